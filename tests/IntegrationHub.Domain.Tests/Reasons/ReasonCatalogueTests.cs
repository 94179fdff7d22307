using System.Reflection;
using System.Text.RegularExpressions;

namespace IntegrationHub.Domain.Tests.Reasons;

/// <summary>The catalogue says of each reason what senders need, and holds those that the hub gives and no others.</summary>
public sealed partial class ReasonCatalogueTests
{
    [Fact]
    public void Reasons_AreWrittenAsTheirConstantsAreNamed()
    {
        foreach (FieldInfo field in typeof(Reason).GetFields())
            ((string)field.GetRawConstantValue()!).ShouldBe(WordStart().Replace(field.Name, "_$0").ToUpperInvariant(), field.Name);
    }

    [Fact]
    public void Reasons_AreSaidInWholeSentences()
    {
        foreach (ReasonEntry reason in ReasonCatalogue.All)
        {
            reason.Meaning.ShouldMatch("^[A-Z/].*\\.$", reason.Name);
            reason.Mending.ShouldMatch("^[A-Z].*\\.$", reason.Name);
        }
    }

    [Fact]
    public void Errors_HaveAStatus_AndNothingElseHas()
    {
        foreach (ReasonEntry reason in ReasonCatalogue.All)
        {
            foreach (ReasonUse use in reason.Effects)
            {
                bool isError = use.Effect is ReasonEffect.EndsStream or ReasonEffect.FailsCall;
                (use.Status != CallStatus.Ok).ShouldBe(isError, $"{reason.Name} {use.Effect}");
                (use.Retry == Retry.AfterDelay).ShouldBe(use.Status == CallStatus.Unavailable, $"{reason.Name} {use.Effect}");
            }
        }
    }

    [Fact]
    public void Find_KnowsEachByNameAndNoOther()
    {
        ReasonCatalogue.Find(Reason.SequenceGap)!.Name.ShouldBe("SEQUENCE_GAP");
        ReasonCatalogue.Find("sequence_gap").ShouldBeNull();
        ReasonCatalogue.All.Select(x => x.Name).ShouldBe(typeof(Reason).GetFields().Select(x => (string)x.GetRawConstantValue()!), ignoreOrder: true);
    }

    [Fact]
    public void Reasons_AreAllGivenSomewhere()
    {
        string sources = string.Join('\n', SourceText.Of("IntegrationHub.Server", "IntegrationHub.Storage"));
        IEnumerable<string> unused = typeof(Reason).GetFields().Select(x => x.Name).Where(x => !Regex.IsMatch(sources, $@"\bReason\.{x}\b"));
        unused.ShouldBeEmpty("a reason that nothing gives misleads its readers: delete it");
    }

    [Fact]
    public void WordsGivenAsReasons_AreAllInTheCatalogue()
    {
        IEnumerable<string> words = SourceText.Of("IntegrationHub.Server", "IntegrationHub.Storage")
            .SelectMany(x => GivenWord().Matches(x))
            .Select(x => x.Groups[1].Value);
        words.ShouldBeEmpty("name the reason by its constant in Reason, where it is explained");
    }

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex WordStart();

    // A reason written out where one is given: new Refusal("..."), ItemOutcome.Warning, "...", RpcErrors.NotFound("...").
    [GeneratedRegex(@"(?:Refusal\(|Refused\(new\(|Refused\(|ItemOutcome\.\w+,|RpcErrors\.\w+\((?:StatusCode\.\w+,)?)\s*""([A-Z][A-Z_]+)""")]
    private static partial Regex GivenWord();
}
