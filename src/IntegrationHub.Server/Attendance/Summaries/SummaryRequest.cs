using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage.Attendance;

namespace IntegrationHub.Server.Attendance.Summaries;

/// <summary>How a summary is grouped. The numbers are the contract's.</summary>
internal enum SummaryGrouping
{
    Total = 0,
    Phase,
    School,
    YearGroup,
    SenProvision,
    Ehcp,
    FreeSchoolMeals,
    PupilPremium,
    ChildWithSocialWorker,
    LookedAfter,
    HomeAuthority,
    Sex,
    Week,
    HalfTerm,
    Term,
}

/// <summary>Who is counted. The numbers are the contract's.</summary>
internal enum SummaryBasis
{
    Enrolments = 0,
    Published,
    Children,
}

/// <summary>What a summary is to be of.</summary>
internal sealed record SummaryRequest
{
    public required SummaryGrouping Grouping { get; init; }

    /// <summary>Total: none.</summary>
    public required SummaryGrouping SecondGrouping { get; init; }

    public required SummaryBasis Basis { get; init; }

    public required SummaryFilter Filter { get; init; }

    public required bool ForPublication { get; init; }

    /// <summary>The window, unless a term is named: then its last day bounds the term.</summary>
    public required AttendanceWindow Window { get; init; }

    /// <summary>Empty: the window is as it is.</summary>
    public required string TermName { get; init; }

    public bool IsBySchool => Grouping == SummaryGrouping.School || SecondGrouping == SummaryGrouping.School;

    /// <summary>What is asked is how schools are doing, or how one is: that a figure rests on one school is its point.</summary>
    public bool IsAboutSchools => IsBySchool || Filter.OnlySchool is not null;
}

/// <summary>Which enrolments, or children by their main one. An empty set takes all.</summary>
internal sealed record SummaryFilter(IReadOnlySet<int> Schools, IReadOnlySet<string> Phases, IReadOnlySet<int> YearGroups)
{
    /// <summary>The one school that it is about; null where there are several.</summary>
    public int? OnlySchool => Schools.Count == 1 ? Schools.First() : null;

    public bool Takes(Storage.Model.SchoolRow school) =>
        (Schools.Count == 0 || Schools.Contains(school.Laestab)) && (Phases.Count == 0 || Phases.Contains(school.Phase));

    public bool Takes(EnrolmentFacts facts) => YearGroups.Count == 0 || (facts.YearGroup is { } year && YearGroups.Contains(year));
}
