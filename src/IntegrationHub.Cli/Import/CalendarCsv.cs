using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Domain;

namespace IntegrationHub.Cli.Import;

/// <summary>calendar.csv: one term, one closure or one opening a row.</summary>
internal static class CalendarCsv
{
    private static readonly CsvColumn Type = CsvColumn.NeededOf("type", "term, closure or opening.", "term");
    private static readonly CsvColumn School = CsvColumn.Of("school_laestab", "DfE number of the school. Empty: all of the LA's schools.", "8512345");
    private static readonly CsvColumn Name = CsvColumn.Of("name", "Needed for a term: its name.", "Autumn 2025");
    private static readonly CsvColumn StartDate = CsvColumn.NeededOf("start_date", "First day.", "2025-09-01");
    private static readonly CsvColumn EndDate = CsvColumn.Of("end_date", "Last day, inclusive. Needed for a term; empty for a closure or an opening of one day.", "2025-12-19");
    private static readonly CsvColumn HalfTermStart = CsvColumn.Of("half_term_start_date", "First day of half term. Empty: none.", "2025-10-27");
    private static readonly CsvColumn HalfTermEnd = CsvColumn.Of("half_term_end_date", "Last day of half term, inclusive.", "2025-10-31");
    private static readonly CsvColumn Kind = CsvColumn.Of("kind", "Needed for a closure: INSET, BANK_HOLIDAY, POLLING, WEATHER or another short word.", "INSET");
    private static readonly CsvColumn Day = CsvColumn.Of("day", "Needed for an opening: Saturday or Sunday, the day on which sessions are kept.", "Saturday");

    public static readonly CsvLayout Layout = new("Calendar", Type, School, Name, StartDate, EndDate, HalfTermStart, HalfTermEnd, Kind, Day);

    private static readonly Dictionary<string, Func<ImportRow, CalendarItem>> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["term"] = row => new() { Term = ReadTerm(row) },
        ["closure"] = row => new() { Closure = ReadClosure(row) },
        ["opening"] = row => new() { Opening = ReadOpening(row) },
    };

    private static readonly Dictionary<string, WeekendDay> Days = new(StringComparer.OrdinalIgnoreCase)
    {
        ["saturday"] = WeekendDay.Saturday,
        ["sunday"] = WeekendDay.Sunday,
    };

    /// <returns>One of the three; none of them where the row does not say which.</returns>
    public static CalendarItem Read(ImportRow row) => row.Choice(Type, Types, _ => new())(row);

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
        var closure = new Closure
        {
            SchoolLaestab = row.Text(School),
            StartDate = start,
            EndDate = row.Date(EndDate) ?? start,
            Kind = row.Text(Kind),
        };
        if (closure.Kind.Length == 0)
            row.Fault(Kind.Name, Reason.RecordIncomplete, "A closure needs its kind, for example INSET.");
        return closure;
    }

    private static Opening ReadOpening(ImportRow row)
    {
        var start = row.Date(StartDate);
        var opening = new Opening
        {
            SchoolLaestab = row.Text(School),
            StartDate = start,
            EndDate = row.Date(EndDate) ?? start,
            Day = row.Choice(Day, Days, WeekendDay.Unspecified),
        };
        if (row.IsGood && opening.Day == WeekendDay.Unspecified)
            row.Fault(Day.Name, Reason.RecordIncomplete, "An opening needs its day, Saturday or Sunday.");
        return opening;
    }
}

/// <summary>One row of a calendar: one of the three.</summary>
internal sealed record CalendarItem
{
    public Term? Term { get; init; }

    public Closure? Closure { get; init; }

    public Opening? Opening { get; init; }

    /// <summary>The DfE number of the school; empty: all.</summary>
    public string SchoolLaestab => Term?.SchoolLaestab ?? Closure?.SchoolLaestab ?? Opening?.SchoolLaestab ?? "";
}
