using IntegrationHub.Domain.Attendance;
using IntegrationHub.Server.Attendance;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Feedback;

/// <summary>One kind of feedback, made school by school.</summary>
internal interface ISchoolList<TEntry>
    where TEntry : SchoolListEntry
{
    Task<SchoolList<TEntry>> ReadAsync(SchoolRow school, CancellationToken cancellationToken);
}

/// <summary>What one school is told.</summary>
/// <param name="Entries">In any order; each has a place of its own.</param>
internal sealed record SchoolList<TEntry>(SchoolRow School, SchoolStanding Standing, IReadOnlyList<TEntry> Entries, SchoolFreshness Freshness)
    where TEntry : SchoolListEntry;

/// <summary>Whether and over which days a school could be judged, and whom its list leaves out.</summary>
internal sealed record SchoolStanding(FeedbackState State)
{
    /// <summary>Null: not known.</summary>
    public AttendanceWindow? Window { get; init; }

    /// <summary>The half term or term that the window ends with. Empty: a date was given.</summary>
    public string PeriodName { get; init; } = "";

    /// <summary>Children who would have entries and must be protected.</summary>
    public int RestrictedChildren { get; init; }
}

/// <summary>One entry of a school's list.</summary>
/// <param name="Laestab">The school's DfE number.</param>
/// <param name="Place">Sorts the school's entries, ordinally. No two have the same.</param>
internal abstract record SchoolListEntry(int Laestab, string Place);

/// <summary>Whether a school could be judged. The numbers equal the contract's; a test holds them together.</summary>
internal enum FeedbackState
{
    Listed = 1,
    DaysFromRegisters,
    CalendarNotKnown,
    NoSchool,
    NotDueYet,
}
