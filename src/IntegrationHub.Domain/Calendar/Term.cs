namespace IntegrationHub.Domain.Calendar;

/// <summary>A school term, first and last day inclusive, with its half term if it has one, both ends inclusive too.</summary>
/// <remarks>
/// The last day of term is a school day and the first day of half term is not: the dates are those a school prints, where a term "ends on
/// Friday 17 December" and half term "is Monday 25 to Friday 29 October". A half term needs both of its ends.
/// </remarks>
public sealed record Term
{
    public Term(string name, DateOnly start, DateOnly end, DateOnly? halfTermStart = null, DateOnly? halfTermEnd = null)
    {
        if (end < start)
            throw new ArgumentException($"The term {name} ends before it starts.", nameof(end));
        if (halfTermStart.HasValue != halfTermEnd.HasValue)
            throw new ArgumentException($"The half term of {name} has one end only.", nameof(halfTermEnd));
        if (halfTermStart < start || halfTermEnd > end || halfTermEnd < halfTermStart)
            throw new ArgumentException($"The half term of {name} is not within it.", nameof(halfTermStart));

        Name = name;
        Start = start;
        End = end;
        HalfTermStart = halfTermStart;
        HalfTermEnd = halfTermEnd;
    }

    public string Name { get; }

    public DateOnly Start { get; }

    public DateOnly End { get; }

    public DateOnly? HalfTermStart { get; }

    public DateOnly? HalfTermEnd { get; }

    /// <summary>True from the first day to the last, half term left out. Says nothing of weekends.</summary>
    public bool Contains(DateOnly date) => date >= Start && date <= End && !(date >= HalfTermStart && date <= HalfTermEnd);
}
