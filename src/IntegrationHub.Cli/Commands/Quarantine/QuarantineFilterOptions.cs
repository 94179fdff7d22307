using System.CommandLine;
using IntegrationHub.Contracts.Quarantine.V1;

namespace IntegrationHub.Cli.Commands.Quarantine;

/// <summary>Which things in quarantine a command is about.</summary>
internal sealed class QuarantineFilterOptions
{
    private static readonly Dictionary<string, QuarantineKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["submissions"] = QuarantineKind.Submission,
        ["marks"] = QuarantineKind.Mark,
        ["pending"] = QuarantineKind.PendingMark,
        ["records"] = QuarantineKind.Record,
    };

    private readonly Option<string[]> _kinds = new("--kind")
    {
        Description = "Things of one kind only: submissions (refused), marks or records (cannot be read), pending (marks whose pupil is on no roll). May be said more than once. Default: all but pending.",
        HelpName = "KIND",
    };

    private readonly Option<string?> _scope = new("--scope")
    {
        Description = "Things of one school (its DfE number, seven digits) or of one source of case records.",
        HelpName = "SCHOOL|SOURCE",
    };

    private readonly Option<string?> _reason = new("--reason")
    {
        Description = "Things that are there for one reason, for example UNKNOWN_CODE.",
        HelpName = "REASON",
    };

    public QuarantineFilterOptions() => _kinds.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, [.. Kinds.Keys]);

    /// <summary>The word for a kind, as the option takes it.</summary>
    public static string WordFor(QuarantineKind kind) => Kinds.First(x => x.Value == kind).Key;

    public void AddTo(Command command)
    {
        command.Options.Insert(0, _reason);
        command.Options.Insert(0, _scope);
        command.Options.Insert(0, _kinds);
    }

    /// <summary>Whether anything at all is said.</summary>
    public bool IsSaid(ParseResult parsed) =>
        parsed.GetValue(_kinds) is { Length: > 0 } || parsed.GetValue(_scope) is not null || parsed.GetValue(_reason) is not null;

    public QuarantineFilter Read(ParseResult parsed) => new()
    {
        Kinds = { (parsed.GetValue(_kinds) ?? []).Select(x => Kinds[x]) },
        Scope = parsed.GetValue(_scope) ?? "",
        Reason = parsed.GetValue(_reason) ?? "",
    };
}
