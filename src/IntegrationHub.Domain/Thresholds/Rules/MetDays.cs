namespace IntegrationHub.Domain.Thresholds.Rules;

/// <summary>Follows a threshold from day to day: when it was first met, and since when it has been without a break.</summary>
/// <param name="yearStart">The first day of the academic year. An earlier one is the first one met only if the spell that stands began on it.</param>
internal struct MetDays(int yearStart)
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
        if (day >= yearStart)
            _first = Math.Min(_first, day);
    }

    public readonly int? Since => _since == int.MaxValue ? null : _since;

    public readonly int? First => Math.Min(_first, _since) is var day && day == int.MaxValue ? null : day;
}
