using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.City.Dfe;

/// <summary>One row of the Department for Education's daily attendance file: one area, one day, one phase.</summary>
public sealed record DfeRow
{
    /// <summary>The authority's three digits (old_la_code). Empty for a region and for the nation.</summary>
    public required string LaCode { get; init; }

    /// <summary>The area's name.</summary>
    public required string AreaName { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>"Primary", "Secondary", "Special" or "Total".</summary>
    public required string Phase { get; init; }

    /// <summary>How many schools the row rests on.</summary>
    public required int Schools { get; init; }

    /// <summary>True where the Department publishes no figures, because they would tell of a single school. There are no counts then.</summary>
    public required bool IsSuppressed { get; init; }

    /// <summary>Sessions by statutory code; "/" are mornings and "\" afternoons.</summary>
    public required ImmutableSortedDictionary<string, long> Sessions { get; init; }

    /// <summary>The measures the Department derives from them, by column.</summary>
    public required ImmutableSortedDictionary<string, long> Measures { get; init; }

    /// <summary>The rates, by column, as written.</summary>
    public required ImmutableSortedDictionary<string, string> Rates { get; init; }

    internal static DfeRow Read(CsvReader csv)
    {
        bool suppressed = csv.GetString("possible_sessions") == DfeColumns.Suppressed;
        string la = csv.GetString("la_name");
        string region = csv.GetString("region_name");
        return new DfeRow
        {
            LaCode = csv.GetString("old_la_code"),
            AreaName = la.Length > 0 ? la : region.Length > 0 ? region : csv.GetString("country_name"),
            Date = DateOnly.ParseExact(csv.GetString("attendance_date"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Phase = csv.GetString("education_phase"),
            Schools = csv.Parse<int>("num_schools"),
            IsSuppressed = suppressed,
            Sessions = suppressed ? ImmutableSortedDictionary<string, long>.Empty : SessionsOf(csv),
            Measures = suppressed ? ImmutableSortedDictionary<string, long>.Empty : DfeColumns.Measures.ToImmutableSortedDictionary(column => column, column => csv.Parse<long>(column), StringComparer.Ordinal),
            Rates = suppressed ? ImmutableSortedDictionary<string, string>.Empty : DfeColumns.Rates.ToImmutableSortedDictionary(rate => rate.Column, rate => csv.GetString(rate.Column), StringComparer.Ordinal),
        };
    }

    private static ImmutableSortedDictionary<string, long> SessionsOf(CsvReader csv)
    {
        ImmutableSortedDictionary<string, long>.Builder sessions = ImmutableSortedDictionary.CreateBuilder<string, long>(StringComparer.Ordinal);
        sessions["/"] = csv.Parse<long>(DfeColumns.PresentMorning);
        sessions["\\"] = csv.Parse<long>(DfeColumns.PresentAfternoon);
        foreach ((string column, string code) in DfeColumns.Reasons)
            sessions[code] = csv.Parse<long>(column);

        // What the reasons shown leave of the authorised absences is the code without a column.
        long shown = sessions.Where(pair => AttendanceCode.Parse(pair.Key).Category == AttendanceCategory.Authorised).Sum(pair => pair.Value);
        sessions[DfeColumns.FamilyHoliday] = csv.Parse<long>(DfeColumns.Authorised) - shown;
        return sessions.ToImmutable();
    }
}
