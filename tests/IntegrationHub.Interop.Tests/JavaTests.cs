using IntegrationHub.Interop.Tests.Languages;
using IntegrationHub.Interop.Tests.Stories;

namespace IntegrationHub.Interop.Tests;

public sealed class JavaTests(Java java) : IClassFixture<Java>
{
    [JavaFact]
    public Task Feed_RefusedBrokenOffAndResumed_LeavesEachMarkOnce() => FeedStory.ShouldHoldAsync(java);

    [JavaFact]
    public Task Register_SentTwiceWithoutAStream_CountsOnce() => RegisterStory.ShouldHoldAsync(java);

    [JavaFact]
    public Task Tools_AskForHealthAndContracts_AreAnswered() => ToolsStory.ShouldHoldAsync(java);
}
