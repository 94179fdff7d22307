namespace IntegrationHub.City.Planning;

/// <summary>Over how much of the term, and at how many schools, a child is enrolled.</summary>
internal enum EnrolmentShape
{
    /// <summary>At one school all term.</summary>
    Whole = 0,

    /// <summary>From some day in the term on, early enough to be judged.</summary>
    Late,

    /// <summary>From ten school days before its end: the fewest sessions on which a child is judged.</summary>
    LateButJudged,

    /// <summary>From so late that fewer sessions were possible.</summary>
    TooLate,

    /// <summary>At one school, then at another.</summary>
    Mover,

    /// <summary>Gone before the end of term: on no roll any more.</summary>
    Leaver,

    /// <summary>Gone with the last day of term, and on the roll that day.</summary>
    LeaverOnLastDay,

    /// <summary>At two schools, some days at each.</summary>
    Dual,

    /// <summary>The same, with sessions that both schools claim.</summary>
    DualInConflict,
}
