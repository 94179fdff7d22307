using IntegrationHub.Interop.Tests.Languages;
using IntegrationHub.Interop.Tests.Stories;

namespace IntegrationHub.Interop.Tests;

public sealed class NodeTests(Node node) : IClassFixture<Node>
{
    [NodeFact]
    public Task Feed_RefusedBrokenOffAndResumed_LeavesEachMarkOnce() => FeedStory.ShouldHoldAsync(node);

    [NodeFact]
    public Task Register_SentTwiceWithoutAStream_CountsOnce() => RegisterStory.ShouldHoldAsync(node);

    [NodeFact]
    public Task Tools_AskForHealthAndContracts_AreAnswered() => ToolsStory.ShouldHoldAsync(node);

    [NodeFact]
    public Task Contracts_FetchedByReflection_AreEnoughToSendARegister() => ReflectedStory.ShouldHoldAsync(node);
}
