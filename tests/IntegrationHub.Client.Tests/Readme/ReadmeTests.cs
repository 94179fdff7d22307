using System.Reflection;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using IntegrationHub.Client.Tests.FakeHub;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Registers.V1;

namespace IntegrationHub.Client.Tests.Readme;

/// <summary>The package's README says nothing that does not compile, run or exist.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public void EverySnippet_IsAPieceOfTheProgram()
    {
        string[] pieces = [.. Resource("ReadmeProgram.cs").Split("// ---").Where((_, index) => index % 2 == 1).Select(Flush)];
        string[] snippets = [.. Snippet().Matches(Resource("README.md")).Select(match => match.Groups[1].Value.Trim())];
        snippets.Length.ShouldBe(pieces.Length);
        snippets.ShouldBe(pieces, ignoreOrder: true);
    }

    [Fact]
    public void EveryReasonOfTheClient_IsInTheTable()
    {
        IEnumerable<string> reasons = typeof(FeedException).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);
        string readme = Resource("README.md");
        reasons.Where(reason => !readme.Contains($"`{reason}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Program_SendsAndSaysWhatWasRefused()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync();
        using TempFolder folder = new();
        hub.Journal.Refusals[TestFeed.Id(2)] = "UNKNOWN_SCHOOL";
        hub.Journal.Notices[TestFeed.Id(3)] = (NoticeOutcome.Quarantined, "UNKNOWN_CODE");
        Channel<RegisterSubmission> saved = Channel.CreateUnbounded<RegisterSubmission>();
        for (int number = 1; number <= 4; number++)
            saved.Writer.TryWrite(TestFeed.Register(number)).ShouldBeTrue();
        saved.Writer.Complete();

        List<string> problems = [];
        await ReadmeProgram.WholeAsync(new Uri(hub.Address), folder, saved.Reader, problems, TestFeed.Patience);

        problems.ShouldBe([
            $"{TestFeed.Id(2)} was not taken: UNKNOWN_SCHOOL. ",
            $"{TestFeed.Id(3)}: the mark at 0 does not count yet: UNKNOWN_CODE",
            "3 accepted, 0 again, 1 refused",
            "1 refused for UNKNOWN_SCHOOL",
            "1 marks Quarantined for UNKNOWN_CODE",
        ]);
    }

    [Fact]
    public async Task OutboxProgram_StartedTwice_SendsEverythingOnce()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync();
        RegisterSubmission[] outbox = [.. Enumerable.Range(1, 10).Select(TestFeed.Register)];
        await ReadmeProgram.FromOutboxAsync(hub.Hub, outbox[..4], TestFeed.Patience);
        await ReadmeProgram.FromOutboxAsync(hub.Hub, outbox, TestFeed.Patience);
        hub.Journal.Journal.ShouldBe(Enumerable.Range(1, 10).Select(TestFeed.Id));
        ReadmeProgram.Renumbered(new FeedOptions { WriterId = "school-900001" }).RenumberSpool.ShouldBeTrue();
    }

    /// <summary>A piece without the indentation that all its lines share.</summary>
    private static string Flush(string piece)
    {
        string[] lines = [.. piece.Split('\n').Where(line => line.Trim().Length > 0)];
        int indent = lines.Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line[indent..])).Trim();
    }

    private static string Resource(string name)
    {
        using StreamReader reader = new(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Snippet();
}
