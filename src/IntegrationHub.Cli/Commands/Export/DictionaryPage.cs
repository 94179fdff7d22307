using IntegrationHub.Server.Exports;
using IntegrationHub.Server.Tables;

namespace IntegrationHub.Cli.Commands.Export;

/// <summary>The published page docs/data-dictionary.md: how exports are written, and every table and column.</summary>
internal static class DictionaryPage
{
    public static void Write(TextWriter output)
    {
        // Line ends of the page are the same wherever it is printed.
        output.NewLine = "\n";
        using (var stream = typeof(DictionaryPage).Assembly.GetManifestResourceStream("dictionary-intro.md")!)
        using (var intro = new StreamReader(stream))
            output.Write(intro.ReadToEnd());
        foreach (var table in ExportTables.Tables)
            Write(output, table);
    }

    private static void Write(TextWriter output, TableDescription table)
    {
        output.WriteLine();
        output.WriteLine($"## {table.Name}");
        output.WriteLine();
        output.WriteLine(table.Meaning);
        output.WriteLine();
        output.WriteLine("| column | type | in | meaning | from |");
        output.WriteLine("| --- | --- | --- | --- | --- |");
        foreach (var column in table.Columns)
            output.WriteLine($"| `{column.Name}` | {TypeOf(column)} | {FormsOf(column.Forms)} | {Cell(column.Meaning)} | {column.Source} |");
    }

    private static string TypeOf(ColumnDescription column)
    {
        var type = column.Type switch
        {
            ColumnType.Text => "text",
            ColumnType.Code => "code",
            ColumnType.WholeNumber => "whole number",
            ColumnType.DecimalNumber => "number",
            ColumnType.Boolean => "true, false",
            ColumnType.Date => "date",
            ColumnType.Time => "instant",
            ColumnType.Pseudonym => "pseudonym",
            _ => throw new ArgumentOutOfRangeException(nameof(column), column.Type, "No type of a column."),
        };
        return column.Unit.Length == 0 ? type : $"{type}, {column.Unit}";
    }

    private static string FormsOf(ColumnForms forms) => forms switch
    {
        ColumnForms.Identified => "identified",
        ColumnForms.Pseudonymised => "pseudonymised",
        _ => "both",
    };

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
