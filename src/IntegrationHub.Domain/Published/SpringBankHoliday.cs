namespace IntegrationHub.Domain.Published;

/// <summary>Where the second half of the summer term begins for published figures: in the week of the spring bank holiday.</summary>
/// <remarks>
/// The bank holiday is the last Monday in May, except where a jubilee moved it: to Tuesday 4 June 2002, Monday 4 June 2012 and Thursday 2
/// June 2022. The second half begins on the Monday of that week. The collections of the first half end on the Sunday before, and schools
/// are on holiday from the Monday; counted from the day itself, 2022 would have kept three days of half term in the first half. Of the
/// three moved ones only 2022's stays in the week of the last Monday in May, 30 May to 3 June, so a rule without exceptions would have been
/// right for it and wrong for the others.
/// </remarks>
public static class SpringBankHoliday
{
    /// <summary>The bank holiday of a calendar year.</summary>
    public static DateOnly Of(int year) => year switch
    {
        2002 => new DateOnly(2002, 6, 4),
        2012 => new DateOnly(2012, 6, 4),
        2022 => new DateOnly(2022, 6, 2),
        _ => MondayOf(new DateOnly(year, 5, 31)),
    };

    /// <summary>The Monday of its week.</summary>
    public static DateOnly MondayOfWeek(int year) => MondayOf(Of(year));

    private static DateOnly MondayOf(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));
}
