using System.CommandLine;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Quarantine.V1;

namespace IntegrationHub.Cli.Commands.Quarantine;

/// <summary><c>hub quarantine replay</c></summary>
internal sealed class ReplayQuarantineCommand : ResolveQuarantineCommand
{
    private readonly Option<string?> _mapCode = new("--map-code")
    {
        Description = "What a code means that is in no code set, for marks received and to come, for example I-C=I. 'I-C=' takes it back.",
        HelpName = "CODE=MEANT",
    };

    private readonly Option<string?> _correctUpn = new("--correct-upn")
    {
        Description = "Whom a school means by a wrong UPN: another UPN, or mis: and the pupil's identifier in the school's system. 'UPN=' takes it back.",
        HelpName = "UPN=MEANT",
    };

    private readonly Option<string?> _correctMis = new("--correct-mis")
    {
        Description = "Whom a school means by a wrong identifier of its own system: a UPN, or mis: and another identifier.",
        HelpName = "ID=MEANT",
    };

    private readonly Option<string?> _school = new("--school")
    {
        Description = "The school that a mapping or correction is for, by its DfE number. A mapping without one is for all schools.",
        HelpName = "SCHOOL",
    };

    public ReplayQuarantineCommand()
        : base("replay", "Mends what does not count, and tries it again.")
    {
        Details =
        [
            "A mapping or a correction concerns whatever it fits; nothing needs to be chosen for it. A refused submission is taken as of the time at which it came, once its cause is gone.",
            "A record of a roll or of a source can only be sent again by its sender.",
        ];
        Examples =
        [
            ("hub quarantine replay --map-code I-C=I --school 8514001 --note \"asked the school\"", "Reads the school's I-C as illness."),
            ("hub quarantine replay --correct-upn ADA-1=mis:4711 --school 8514001", "Counts the marks of ADA-1 for the school's pupil 4711."),
            ("hub quarantine replay --kind submissions --reason UNKNOWN_SCHOOL", "Takes refused submissions in, after their schools were put on file."),
        ];
        foreach (var option in (ReadOnlySpan<Option>)[_school, _correctMis, _correctUpn, _mapCode])
            Options.Insert(0, option);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var mends = Mends(parsed).ToList();
        if (mends.Count == 0 && !HasChosen(parsed))
            throw CommandException.WrongUsage("Say what to mend or to try again: --map-code, --correct-upn, --correct-mis, --item, or --kind, --scope and --reason.");
        await using var hub = await ConnectionOptions.ConnectAsync(parsed, create: false, cancellationToken);
        foreach (var mend in mends)
        {
            var answer = await SendAsync(parsed, hub, mend, cancellationToken);
            terminal.Say($"Done at journal position {answer.Position:N0}: {answer.ResolvedCount:N0} are in quarantine no longer.");
        }
        return HasChosen(parsed)
            ? Tell(terminal, await ResolveChosenAsync(parsed, hub, (request, chosen) => request.Replay = chosen, cancellationToken))
            : ExitCode.Done;
    }

    private IEnumerable<Action<ResolveQuarantineRequest>> Mends(ParseResult parsed)
    {
        var school = parsed.GetValue(_school) ?? "";
        if (Pair(parsed, _mapCode) is var (code, meant))
            yield return request => request.MapCode = new() { SchoolLaestab = school, SourceCode = code, Code = meant };
        if (Pair(parsed, _correctUpn) is var (upn, upnMeant))
            yield return request => request.CorrectIdentifier = Meant(new() { SchoolLaestab = school, SentUpn = upn }, upnMeant);
        if (Pair(parsed, _correctMis) is var (id, idMeant))
            yield return request => request.CorrectIdentifier = Meant(new() { SchoolLaestab = school, SentMisPupilId = id }, idMeant);
    }

    private static (string From, string To)? Pair(ParseResult parsed, Option<string?> option)
    {
        if (parsed.GetValue(option) is not { } text)
            return null;
        var at = text.LastIndexOf('=');
        return at > 0 ? (text[..at], text[(at + 1)..]) : throw CommandException.WrongUsage($"{option.Name} takes two words with = between them: {option.HelpName}.");
    }

    private static IdentifierCorrection Meant(IdentifierCorrection correction, string meant)
    {
        const string Mis = "mis:";
        if (meant.StartsWith(Mis, StringComparison.OrdinalIgnoreCase))
            correction.MeantMisPupilId = meant[Mis.Length..];
        else if (meant.Length > 0)
            correction.MeantUpn = meant;
        return correction;
    }
}
