using IntegrationHub.Contracts.Type.V1;
using IntegrationHub.Server.Tables;

namespace IntegrationHub.Cli.Output;

/// <summary>Declares columns of CSV tables, each with its meaning and what writes it.</summary>
internal static class CsvColumns
{
    public static Column<TRow> Text<TRow>(string name, string meaning, Func<TRow, string> read, string source = "hub") =>
        Of<TRow>(name, ColumnType.Text, meaning, source, (line, row) => line.Text(read(row)));

    /// <summary>A word or code out of a fixed set.</summary>
    public static Column<TRow> Code<TRow>(string name, string meaning, Func<TRow, string> read, string source = "hub") =>
        Of<TRow>(name, ColumnType.Code, meaning, source, (line, row) => line.Text(read(row)));

    public static Column<TRow> Whole<TRow>(string name, string meaning, Func<TRow, long?> read, string source = "hub") =>
        Of<TRow>(name, ColumnType.WholeNumber, meaning, source, (line, row) => line.Number(read(row)));

    public static Column<TRow> Number<TRow>(string name, string meaning, Func<TRow, double?> read, string source = "hub") =>
        Of<TRow>(name, ColumnType.DecimalNumber, meaning, source, (line, row) => line.DecimalNumber(read(row)));

    public static Column<TRow> Truth<TRow>(string name, string meaning, Func<TRow, bool?> read, string source = "hub") =>
        Of<TRow>(name, ColumnType.Boolean, meaning, source, (line, row) => line.Boolean(read(row)));

    public static Column<TRow> Day<TRow>(string name, string meaning, Func<TRow, Date?> read, string source = "hub") =>
        Of<TRow>(name, ColumnType.Date, meaning, source, (line, row) => line.Date(read(row) is { } date ? new DateOnly(date.Year, date.Month, date.Day) : null));

    private static Column<TRow> Of<TRow>(string name, ColumnType type, string meaning, string source, Action<CsvLines, TRow> write) => new(
        new() { Name = name, Type = type, Meaning = meaning, Source = source },
        (CsvLines line, in TRow row) => write(line, row));
}
