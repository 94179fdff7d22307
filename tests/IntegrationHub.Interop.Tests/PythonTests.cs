using IntegrationHub.Interop.Tests.Languages;
using IntegrationHub.Interop.Tests.Stories;

namespace IntegrationHub.Interop.Tests;

public sealed class PythonTests(Python python) : IClassFixture<Python>
{
    [PythonFact]
    public Task Feed_RefusedBrokenOffAndResumed_LeavesEachMarkOnce() => FeedStory.ShouldHoldAsync(python);

    [PythonFact]
    public Task Register_SentTwiceWithoutAStream_CountsOnce() => RegisterStory.ShouldHoldAsync(python);

    [PythonFact]
    public Task Tools_AskForHealthAndContracts_AreAnswered() => ToolsStory.ShouldHoldAsync(python);
}
