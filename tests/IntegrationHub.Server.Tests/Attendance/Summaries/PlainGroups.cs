using System.Globalization;
using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Tests.Attendance.Summaries;

/// <summary>The groups of a summary, said again in plain words.</summary>
internal static class PlainGroups
{
    public static string Of(TownStay told, DateOnly date, SummaryGrouping grouping) => grouping switch
    {
        SummaryGrouping.Unspecified => "Total",
        SummaryGrouping.Phase => told.Phase == "" ? "NOT_KNOWN" : told.Phase,
        SummaryGrouping.School => told.Row.Laestab.ToString(CultureInfo.InvariantCulture),
        SummaryGrouping.YearGroup => told.Row.YearGroup?.ToString(CultureInfo.InvariantCulture) ?? "NOT_KNOWN",
        SummaryGrouping.SenProvision => told.Row.SenProvision == SenProvision.NotRecorded ? "NOT_KNOWN" : told.Row.SenProvision.ToString().ToUpperInvariant(),
        SummaryGrouping.Ehcp => Answer(told.Row.SenProvision == SenProvision.NotRecorded ? null : told.Row.SenProvision == SenProvision.Ehcp),
        SummaryGrouping.FreeSchoolMeals => Answer(told.Row.FreeSchoolMeals),
        SummaryGrouping.PupilPremium => Answer(told.Row.PupilPremium),
        SummaryGrouping.ChildWithSocialWorker => Answer(told.Row.HasSocialWorker),
        SummaryGrouping.LookedAfter => Answer(told.Row.LookedAfter),
        SummaryGrouping.HomeAuthority => told.Pupil.HomeAuthority,
        SummaryGrouping.Sex => told.Pupil.Sex ?? "NOT_KNOWN",
        SummaryGrouping.Week => MondayBefore(date).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        SummaryGrouping.HalfTerm => HalfTerm(date),
        SummaryGrouping.Term => IsIn(date, "2021-09-01", "2021-12-17") ? "Autumn" : IsIn(date, "2022-01-04", "2022-04-08") ? "Spring" : "OUTSIDE_TERMS",
        _ => throw new ArgumentOutOfRangeException(nameof(grouping)),
    };

    private static string Answer(bool? answer) => answer is { } known ? known ? "YES" : "NO" : "NOT_KNOWN";

    private static DateOnly MondayBefore(DateOnly date)
    {
        while (date.DayOfWeek != DayOfWeek.Monday)
            date = date.AddDays(-1);
        return date;
    }

    private static string HalfTerm(DateOnly date)
    {
        if (IsIn(date, "2021-09-01", "2021-10-24"))
            return "Autumn, first half";
        if (IsIn(date, "2021-10-30", "2021-12-17"))
            return "Autumn, second half";
        return IsIn(date, "2022-01-04", "2022-04-08") ? "Spring" : "OUTSIDE_TERMS";
    }

    private static bool IsIn(DateOnly date, string first, string last) =>
        string.CompareOrdinal($"{date:yyyy-MM-dd}", first) >= 0 && string.CompareOrdinal($"{date:yyyy-MM-dd}", last) <= 0;
}
