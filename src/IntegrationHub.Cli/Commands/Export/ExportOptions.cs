using System.CommandLine;
using Grpc.Core;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Contracts.Export.V1;
using IntegrationHub.Server.Exports;
using IntegrationHub.Server.Security;

namespace IntegrationHub.Cli.Commands.Export;

/// <summary>What is exported, and for whom.</summary>
internal sealed class ExportOptions
{
    private readonly Argument<string?> _table = new("TABLE")
    {
        Description = $"The table: {string.Join(", ", ExportTables.Tables.Select(x => x.Name))}.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _identified = new("--identified")
    {
        Description = "With UPN, the school's own identifier and date of birth, never names. It needs --purpose and --by. Default: pseudonyms.",
    };

    private readonly Option<string?> _purpose = new("--purpose") { Description = "What identified data are taken for.", HelpName = "TEXT" };

    private readonly Option<string?> _by = new("--by") { Description = "Who takes identified data.", HelpName = "NAME" };

    private readonly Option<string?> _school = new("--school") { Description = "One school only, by its DfE number. Default: all.", HelpName = "LAESTAB" };

    private readonly Option<DateOnly?> _from = DateOption.Create("--from", "The window's first day. Default: 1 August before its last day.");

    private readonly Option<DateOnly?> _to = DateOption.Create("--to", "The window's last day. Default: today.");

    private readonly Option<string?> _term = new("--term") { Description = "A term of the LA by its name, in the academic year of --to.", HelpName = "NAME" };

    private readonly Option<KnownAt?> _knownAt = KnownAtOption.Create();

    public ExportOptions() => _table.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, [.. ExportTables.Tables.Select(x => x.Name)]);

    public void AddTo(Command command)
    {
        command.Add(_table);
        foreach (var option in (Option[])[_identified, _purpose, _by, _school, _from, _to, _term, _knownAt])
            command.Add(option);
    }

    /// <exception cref="CommandException">No table is named, or options contradict each other.</exception>
    public ExportTableRequest Read(ParseResult parsed)
    {
        var name = parsed.GetValue(_table) ?? throw CommandException.WrongUsage(
            $"Name the table: {string.Join(", ", ExportTables.Tables.Select(x => x.Name))}.");
        var (from, to, term) = (parsed.GetValue(_from), parsed.GetValue(_to), parsed.GetValue(_term));
        if (term is not null && from is not null)
            throw CommandException.WrongUsage("Say either --term or --from: a term begins by itself.");
        return new()
        {
            Table = Enum.Parse<ExportedTable>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
            Form = parsed.GetValue(_identified) ? ExportForm.Identified : ExportForm.Pseudonymised,
            SchoolLaestab = parsed.GetValue(_school) ?? "",
            Window = new() { StartDate = from?.ToContract(), EndDate = to?.ToContract() },
            TermName = term ?? "",
            KnownAt = parsed.GetValue(_knownAt),
        };
    }

    /// <summary>The metadata that say who takes the data, and what for.</summary>
    /// <exception cref="CommandException">Identified data are asked for without saying so.</exception>
    public Metadata Signed(ParseResult parsed)
    {
        var metadata = new Metadata();
        var identified = parsed.GetValue(_identified);
        Add(metadata, CallerResolver.PurposeHeader, parsed.GetValue(_purpose), identified, "Say what identified data are taken for, with --purpose");
        Add(metadata, CallerResolver.PersonHeader, parsed.GetValue(_by), identified, "Say who takes identified data, with --by");
        return metadata;
    }

    private static void Add(Metadata metadata, string key, string? text, bool needed, string sentence)
    {
        if (!needed && string.IsNullOrWhiteSpace(text))
            return;
        if (string.IsNullOrWhiteSpace(text) || !PersonOption.CanTravel(text))
            throw CommandException.WrongUsage($"{sentence}, in unaccented letters.");
        metadata.Add(key, text.Trim());
    }
}
