using System.Collections.Immutable;
using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Domain.Published;

/// <summary>Reads the rows of one published file.</summary>
internal sealed class PublishedRowReader(ImmutableArray<PublishedColumn> columns)
{
    private static readonly AttendanceCode FamilyHoliday = AttendanceCode.Parse("F");

    private readonly Dictionary<string, int> _places = columns.Select((column, place) => (column.Name, place)).ToDictionary(StringComparer.Ordinal);

    public PublishedRow Read(ImmutableArray<string> cells)
    {
        bool suppressed = PublishedNumber.IsNotShown(Text(cells, "possible_sessions"));
        string la = Text(cells, "la_name");
        string region = Text(cells, "region_name");
        return new PublishedRow
        {
            Level = Text(cells, "geographic_level"),
            LaCode = Text(cells, "old_la_code"),
            AreaName = la.Length > 0 ? la : region.Length > 0 ? region : Text(cells, "country_name"),
            Period = PublishedPeriod.Read(
                Text(cells, "breakdown"),
                Text(cells, "attendance_date"),
                Text(cells, "time_period"),
                Text(cells, "time_identifier"),
                Text(cells, "academic_year")),
            Phase = _places.ContainsKey("education_phase") ? Text(cells, "education_phase") : Text(cells, "school_type"),
            Schools = PublishedNumber.Read(Text(cells, "num_schools")),
            IsSuppressed = suppressed,
            Sessions = suppressed ? CodeCounts.Empty : SessionsOf(cells),
            Columns = columns,
            Cells = cells,
        };
    }

    private CodeCounts SessionsOf(ImmutableArray<string> cells)
    {
        Dictionary<AttendanceCode, long> sessions = [];
        for (int place = 0; place < columns.Length; place++)
        {
            if (columns[place] is { Kind: PublishedColumnKind.Sessions, Code: { } code })
                sessions[code] = sessions.GetValueOrDefault(code) + PublishedNumber.ReadSessions(columns[place].Name, cells[place]);
        }

        if (!sessions.ContainsKey(FamilyHoliday))
        {
            long authorised = PublishedNumber.ReadSessions("authorised_absence", Text(cells, "authorised_absence"));
            sessions[FamilyHoliday] = authorised - CodeCounts.Of(sessions).AuthorisedAbsence;
        }

        return CodeCounts.Of(sessions);
    }

    private string Text(ImmutableArray<string> cells, string column) => _places.TryGetValue(column, out int place) ? cells[place] : "";
}
