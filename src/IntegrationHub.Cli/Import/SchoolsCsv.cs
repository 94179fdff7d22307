using IntegrationHub.Contracts.Operations.V1;

namespace IntegrationHub.Cli.Import;

/// <summary>schools.csv: one school a row.</summary>
internal static class SchoolsCsv
{
    private static readonly CsvColumn Urn = CsvColumn.NeededOf("urn", "URN, six digits, as in Get Information about Schools.", "118500");
    private static readonly CsvColumn Laestab = CsvColumn.NeededOf("laestab", "DfE number: the LA's three digits and the school's four.", "8512345");
    private static readonly CsvColumn Name = CsvColumn.NeededOf("name", "The school's name.", "Harbour Lane Primary School");
    private static readonly CsvColumn Phase = CsvColumn.Of("phase", "Primary, Secondary or Special; other words are kept as they are.", "Primary");
    private static readonly CsvColumn OpenDate = CsvColumn.Of("open_date", "First day under this URN. Empty: before all records.", "2019-09-01");
    private static readonly CsvColumn CloseDate = CsvColumn.Of("close_date", "Last day under this URN, inclusive. Empty: open.", "2024-08-31");

    public static readonly CsvLayout Layout = new("Schools", Urn, Laestab, Name, Phase, OpenDate, CloseDate);

    public static School Read(ImportRow row) => new()
    {
        Urn = row.Text(Urn),
        Laestab = row.Text(Laestab),
        DisplayName = row.Text(Name),
        Phase = row.Text(Phase),
        OpenDate = row.Date(OpenDate),
        CloseDate = row.Date(CloseDate),
    };
}
