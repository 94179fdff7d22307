namespace IntegrationHub.City.Planning;

/// <summary>How a child attends.</summary>
internal enum CityRole
{
    /// <summary>At least half; most of them far more.</summary>
    Ordinary = 0,

    /// <summary>More than half and at most 55 %.</summary>
    JustAboveHalf,

    /// <summary>Half to the session: severely absent, and not chronically.</summary>
    ExactlyHalf,

    /// <summary>One session, or half of one, short of half.</summary>
    JustBelowHalf,

    /// <summary>Below half.</summary>
    Chronic,

    /// <summary>On the roll all the time and not there once.</summary>
    NeverInSchool,

    /// <summary>Below half in reception, before compulsory school age.</summary>
    BelowHalfTooYoung,

    /// <summary>On a roll that no register names the child on.</summary>
    NoMarks,
}
