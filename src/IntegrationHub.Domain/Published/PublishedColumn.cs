using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Domain.Published;

/// <summary>What a column of a published file holds.</summary>
public enum PublishedColumnKind
{
    /// <summary>Something that no rule here knows. A file with such a column cannot be vouched for.</summary>
    Unknown = 0,

    /// <summary>Which area, period or phase a row is of, or how many schools and enrolments it rests on.</summary>
    Describing,

    /// <summary>Sessions of one code.</summary>
    Sessions,

    /// <summary>Sessions of a <see cref="PublishedMeasure"/>.</summary>
    Measure,

    /// <summary>Sessions of a code or a measure as a percentage of the possible ones.</summary>
    Rate,

    /// <summary>
    /// Persistently absent enrolments as a percentage of all: no sum of sessions gives it. It is checked where the file has both counts.
    /// </summary>
    PersistentAbsence,
}

/// <summary>One column of the Department's attendance files, known by the rule its name follows and not by a list of files.</summary>
/// <remarks>
/// Sessions of a code are <c>reason_&lt;code&gt;_…</c>, whatever words follow: those have changed over the years ("grt_absence" became
/// "mobile_child") while the code stayed. Three have no code in their name: present in the morning, present in the afternoon, and planned
/// closure (#). Rates are named by hand in the files, so those of codes have a table, which holds those used since 2022.
/// </remarks>
/// <param name="Name">As the header writes it.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Code">The code of its sessions, or whose rate it is; null where it is of none.</param>
/// <param name="Measure">The measure it holds, or whose rate it is; null where it is of none.</param>
public sealed record PublishedColumn(string Name, PublishedColumnKind Kind, AttendanceCode? Code = null, PublishedMeasure? Measure = null)
{
    private const string RateEnd = "_perc";

    private static readonly Dictionary<string, string> CodesWithoutLetter = new(StringComparer.Ordinal)
    {
        ["reason_present_am"] = "/",
        ["reason_present_pm"] = "\\",
        ["reason_not_attending_planned_closed"] = "#",
    };

    private static readonly Dictionary<string, string> CodesOfRates = new(StringComparer.Ordinal)
    {
        ["illness"] = "I",
        ["appointments"] = "M",
        ["excluded"] = "E",
        ["covid_non_compulsory"] = "X",
        ["unauth_hol"] = "G",
        ["unauth_oth"] = "O",
        ["unauth_late_registers_closed"] = "U",
        ["unauth_not_yet"] = "N",
        ["auth_religious"] = "R",
        ["auth_study"] = "S",
        ["auth_mob"] = "T",
        ["auth_grt"] = "T",
        ["auth_holiday"] = "H",
        ["auth_excluded"] = "E",
        ["auth_performance"] = "C1",
        ["auth_interview"] = "J1",
        ["auth_part_time"] = "C2",
        ["auth_other"] = "C",
    };

    // The last word of a name that describes its row: la_code, country_name, geographic_level, attendance_date, num_schools and the like.
    private static readonly HashSet<string> DescribingWords = new(StringComparer.Ordinal)
    {
        "code", "name", "level", "period", "identifier", "date", "number", "commencing", "year", "phase", "type", "schools", "enrolments",
        "breakdown", "flag",
    };

    /// <summary>Reads a name of the header. Whatever follows no rule is <see cref="PublishedColumnKind.Unknown"/>.</summary>
    public static PublishedColumn Of(string name)
    {
        if (PublishedMeasures.Find(name) is { } measure)
            return new PublishedColumn(name, PublishedColumnKind.Measure, Measure: measure);
        if (CodeOf(name) is { } code)
            return new PublishedColumn(name, PublishedColumnKind.Sessions, code);
        if (name.EndsWith(RateEnd, StringComparison.Ordinal))
            return Rate(name, name[..^RateEnd.Length]);

        bool describes = DescribingWords.Contains(name.Split('_')[^1]) && !name.StartsWith("reason_", StringComparison.Ordinal);
        return new PublishedColumn(name, describes ? PublishedColumnKind.Describing : PublishedColumnKind.Unknown);
    }

    private static PublishedColumn Rate(string name, string stem)
    {
        if (stem == "pa")
            return new PublishedColumn(name, PublishedColumnKind.PersistentAbsence);
        if (PublishedMeasures.FindRate(stem) is { } measure)
            return new PublishedColumn(name, PublishedColumnKind.Rate, Measure: measure);

        AttendanceCode? code = CodesOfRates.TryGetValue(stem, out string? known) ? AttendanceCode.Parse(known) : CodeOf(stem);
        return new PublishedColumn(name, code is null ? PublishedColumnKind.Unknown : PublishedColumnKind.Rate, code);
    }

    private static AttendanceCode? CodeOf(string name)
    {
        if (CodesWithoutLetter.TryGetValue(name, out string? known))
            return AttendanceCode.Parse(known);

        return name.Split('_') is ["reason", { } letters, _, ..] && AttendanceCode.TryParse(letters, out AttendanceCode code) ? code : null;
    }
}
