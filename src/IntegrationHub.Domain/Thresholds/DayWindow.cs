namespace IntegrationHub.Domain.Thresholds;

/// <summary>Over which days a threshold counts, as it stood on each day: year to date, term to date, or rolling weeks.</summary>
internal sealed class DayWindow
{
    private readonly int[] _starts;

    private DayWindow(int firstJudged, int[] starts)
    {
        FirstJudged = firstJudged;
        _starts = starts;
    }

    /// <summary>The first day that is judged by it at all.</summary>
    public int FirstJudged { get; }

    /// <summary>The first day of the window that ends with the last day of all.</summary>
    public int Start => _starts[^1];

    /// <summary>The first day of the window that ends with a day.</summary>
    public int StartOn(int day) => _starts[day];

    /// <summary>Whether the window of a day begins later than that of the day before.</summary>
    public bool MovesOn(int day) => day > 0 && _starts[day] != _starts[day - 1];

    /// <summary>A window that begins on one day, and is judged from it on.</summary>
    public static DayWindow From(int start, int lastDay)
    {
        int[] starts = new int[lastDay + 1];
        Array.Fill(starts, start);
        return new DayWindow(start, starts);
    }

    /// <summary>A window whose beginning moves; judged on every day.</summary>
    public static DayWindow Rolling(int lastDay, Func<int, int> startOn)
    {
        int[] starts = new int[lastDay + 1];
        for (int day = 0; day <= lastDay; day++)
            starts[day] = startOn(day);
        return new DayWindow(0, starts);
    }
}
