namespace IntegrationHub.Domain.Thresholds.Rules;

/// <summary>Follows a threshold from day to day: when it was first met, and since when it has been without a break.</summary>
/// <param name="windowStart">The first day that may count as the first one met, unless the spell began before it.</param>
internal struct MetDays(int windowStart)
{
    private int _first = int.MaxValue;
    private int _since = int.MaxValue;

    public void Add(int day, bool met)
    {
        if (!met)
        {
            _since = int.MaxValue;
            return;
        }
        _since = Math.Min(_since, day);
        if (day >= windowStart)
            _first = Math.Min(_first, day);
    }

    public readonly int? Since => _since == int.MaxValue ? null : _since;

    public readonly int? First => Math.Min(_first, _since) is var day && day == int.MaxValue ? null : day;
}
