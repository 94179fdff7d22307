namespace IntegrationHub.Domain.Coverage;

/// <summary>What a child's attendance in the window says, for the nightly reconciliation. Each child has exactly one.</summary>
public enum AttendanceStanding
{
    /// <summary>Not of compulsory school age on the as-of date, where the settings ask for that.</summary>
    OutsideCompulsoryAge = 0,

    /// <summary>On a roll, and no session of the window holds a mark.</summary>
    NoMarks,

    /// <summary>Marked, with fewer possible sessions than are asked for. Not judged.</summary>
    TooFewSessions,

    /// <summary>Judged, and attended at least half.</summary>
    NotChronicallyAbsent,

    /// <summary>Judged, and attended fewer than half.</summary>
    ChronicallyAbsent,
}
