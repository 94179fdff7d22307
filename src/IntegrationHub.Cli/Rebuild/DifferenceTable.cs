using IntegrationHub.Cli.Output;
using IntegrationHub.Storage.Rebuild;
using Spectre.Console;

namespace IntegrationHub.Cli.Rebuild;

/// <summary>Every table, the old one beside the new one, and some of the rows that differ.</summary>
internal static class DifferenceTable
{
    public static void Write(Terminal terminal, IReadOnlyList<TableDifference> tables)
    {
        var table = terminal.NewTable(
            Terminal.Words("Table"), Terminal.Words("Is"), Terminal.Figures("Rows in force"), Terminal.Figures("Rows made again"), Terminal.Words("Compared"));
        foreach (var found in tables)
            table.AddRow(found.Table, WordOf(found.Class), $"{found.RowsBefore:N0}", $"{found.RowsAfter:N0}", Compared(found));
        terminal.Write("Tables", table);
        foreach (var found in tables)
        {
            foreach (var example in found.Examples)
                terminal.Say($"{found.Table} {Text(example)}");
        }
    }

    private static string Compared(TableDifference found) =>
        found.IsEqual ? "equal" : $"{found.OnlyBefore:N0} only in force, {found.OnlyAfter:N0} only made again";

    private static string WordOf(TableClass @class) => @class switch
    {
        TableClass.Journal => "truth",
        TableClass.Record => "record",
        _ => "projection",
    };

    private static string Text(RowDifference example)
    {
        var key = string.Join(", ", example.Key.Select(x => FormattableString.Invariant($"{x.Column} {x.Number}")));
        return example.Kind switch
        {
            RowDifferenceKind.OnlyBefore => $"({key}): only in force",
            RowDifferenceKind.OnlyAfter => $"({key}): only made again",
            _ => $"({key}): differs in {string.Join(", ", example.Columns)}",
        };
    }
}
