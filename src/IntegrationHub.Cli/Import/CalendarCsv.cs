using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Domain;

namespace IntegrationHub.Cli.Import;

/// <summary>calendar.csv: one term or one closure a row.</summary>
internal static class CalendarCsv
{
    private static readonly CsvColumn Type = CsvColumn.NeededOf("type", "term or closure.", "term");
    private static readonly CsvColumn School = CsvColumn.Of("school_laestab", "DfE number of the school. Empty: all of the LA's schools.", "8512345");
    private static readonly CsvColumn Name = CsvColumn.Of("name", "Needed for a term: its name.", "Autumn 2025");
    private static readonly CsvColumn StartDate = CsvColumn.NeededOf("start_date", "First day.", "2025-09-01");
    private static readonly CsvColumn EndDate = CsvColumn.Of("end_date", "Last day, inclusive. Needed for a term; empty for a closure of one day.", "2025-12-19");
    private static readonly CsvColumn HalfTermStart = CsvColumn.Of("half_term_start_date", "First day of half term. Empty: none.", "2025-10-27");
    private static readonly CsvColumn HalfTermEnd = CsvColumn.Of("half_term_end_date", "Last day of half term, inclusive.", "2025-10-31");
    private static readonly CsvColumn Kind = CsvColumn.Of("kind", "For a closure: INSET, BANK_HOLIDAY, POLLING, WEATHER or another short word.", "INSET");

    public static readonly CsvLayout Layout = new("Calendar", Type, School, Name, StartDate, EndDate, HalfTermStart, HalfTermEnd, Kind);

    private static readonly Dictionary<string, bool> Types = new(StringComparer.OrdinalIgnoreCase) { ["term"] = true, ["closure"] = false };

    /// <returns>One of the two; which one does not matter where the row is at fault.</returns>
    public static (Term? Term, Closure? Closure) Read(ImportRow row) =>
        row.Choice(Type, Types, true) ? (ReadTerm(row), null) : (null, ReadClosure(row));

    private static Term ReadTerm(ImportRow row)
    {
        var term = new Term
        {
            SchoolLaestab = row.Text(School),
            DisplayName = row.Text(Name),
            StartDate = row.Date(StartDate),
            EndDate = row.Date(EndDate),
            HalfTermStartDate = row.Date(HalfTermStart),
            HalfTermEndDate = row.Date(HalfTermEnd),
        };
        if (term.DisplayName.Length == 0)
            row.Fault(Name.Name, Reason.RecordIncomplete, "A term needs its name, for example Autumn 2025.");
        if (row.IsGood && term.EndDate is null)
            row.Fault(EndDate.Name, Reason.RecordIncomplete, "A term needs its last day.");
        return term;
    }

    private static Closure ReadClosure(ImportRow row)
    {
        var start = row.Date(StartDate);
        return new Closure
        {
            SchoolLaestab = row.Text(School),
            StartDate = start,
            EndDate = row.Date(EndDate) ?? start,
            Kind = row.Text(Kind),
        };
    }
}
