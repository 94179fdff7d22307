using IntegrationHub.Storage.Attendance;

namespace IntegrationHub.Server.HealthAbsence;

/// <summary>By what a summary is broken down. The numbers equal the contract's; a test holds them together.</summary>
internal enum HealthGrouping
{
    None = 0,
    School,
    YearGroup,
    Week,
    SchoolAndYearGroup,
    SchoolAndWeek,
}

/// <summary>Which group a session belongs to: what the grouping does not tell apart is null.</summary>
/// <param name="Laestab">The school's DfE number.</param>
/// <param name="YearGroup">National Curriculum year; null also where the roll does not say.</param>
/// <param name="Monday">The week's. An enrolment has one group for each.</param>
internal readonly record struct HealthGroup(int? Laestab, int? YearGroup, DateOnly? Monday) : IComparable<HealthGroup>
{
    /// <summary>The group of an enrolment, apart from the week.</summary>
    public static HealthGroup Of(HealthGrouping grouping, EnrolmentFacts facts) => new(
        grouping is HealthGrouping.School or HealthGrouping.SchoolAndYearGroup or HealthGrouping.SchoolAndWeek ? facts.Stay.Laestab : null,
        grouping is HealthGrouping.YearGroup or HealthGrouping.SchoolAndYearGroup ? facts.YearGroup : null,
        null);

    /// <summary>By school, year group and week; a year group that is not known comes last.</summary>
    public int CompareTo(HealthGroup other) => (Laestab ?? 0, YearGroup ?? int.MaxValue, Monday ?? default)
        .CompareTo((other.Laestab ?? 0, other.YearGroup ?? int.MaxValue, other.Monday ?? default));
}
