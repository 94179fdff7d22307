using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Thresholds;
using IntegrationHub.Server.Attendance;
using IntegrationHub.Server.Coverage;

namespace IntegrationHub.Server.Thresholds;

/// <summary>Judges every child on a roll by every threshold that is on, as the reconciliation reads them. A school comes before its children.</summary>
internal sealed class ThresholdFinder(ReconciliationBasis basis)
{
    private readonly ChildJudging _judging = new(basis.Thresholds, basis.AsOf);
    private readonly SchoolFrames _frames = new(basis.Calendars, basis.Authority, basis.AsOf, basis.Thresholds);
    private readonly Dictionary<string, ThresholdCounts> _counts = [];
    private readonly List<MetThreshold> _met = [];

    public void Add(SurveyedSchool school) => _frames.Add(school);

    public void Add(SurveyedChild child)
    {
        foreach (var result in _judging.Judge(child, _frames.Of(child.Main.Stay.Laestab)))
        {
            _counts[result.Threshold.Name] = _counts.GetValueOrDefault(result.Threshold.Name) + result.Status;
            if (result.Status == ThresholdStatus.Met)
                _met.Add(new(child.Main.PupilId, child.Main.Stay.Laestab, result));
        }
    }

    public ThresholdFindings Conclude() => new(_counts, _met);
}

/// <summary>Judges child after child; for one thread.</summary>
internal sealed class ChildJudging
{
    private readonly ThresholdJudge _judge;
    private readonly ThresholdResult[] _results;
    private readonly ChildMarks _marks = new();
    private readonly SlotRange[] _ranges;
    private readonly byte[] _codes;

    public ChildJudging(ThresholdSettings settings, DateOnly asOf)
    {
        _judge = new(settings);
        _results = new ThresholdResult[_judge.Thresholds.Length];
        _ranges = [.. ThresholdWindow.On(asOf).SlotRanges];
        _codes = new byte[_ranges.Sum(x => x.Length)];
    }

    /// <returns>A result for each threshold that is on, until the next child is judged.</returns>
    public ReadOnlySpan<ThresholdResult> Judge(SurveyedChild child, SchoolFrame school)
    {
        WindowMarks.MergeInto(_codes, _ranges, [.. child.Marks.Select(x => x.Within(_ranges))]);
        _marks.Fill(school.First, _codes);
        _judge.Judge(_marks, child.Main.DateOfBirth, school, _results);
        return _results;
    }
}
