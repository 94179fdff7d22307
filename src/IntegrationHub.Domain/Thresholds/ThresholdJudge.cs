using System.Collections.Immutable;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Calendar;
using IntegrationHub.Domain.Thresholds.Rules;

namespace IntegrationHub.Domain.Thresholds;

/// <summary>Judges children by the thresholds that are on. Pure: the same marks, school and settings give the same results.</summary>
/// <remarks>The hub says that a threshold is met. What follows from it, a letter or a meeting or nothing, people decide.</remarks>
public sealed class ThresholdJudge
{
    private readonly ThresholdSettings _settings;
    private readonly IThresholdRule[] _rules;

    public ThresholdJudge(ThresholdSettings settings)
    {
        _settings = settings;
        Thresholds = [.. ThresholdCatalogue.All.Where(settings.IsOn)];
        _rules = [.. Thresholds.Select(threshold => threshold.Rule(settings))];
    }

    /// <summary>The thresholds that are judged, in the order of the results.</summary>
    public ImmutableArray<ThresholdDefinition> Thresholds { get; }

    /// <summary>Judges one child.</summary>
    /// <param name="child">Marks up to the school's as-of date.</param>
    /// <param name="school">The school that the child is told under.</param>
    /// <param name="results">Takes a result for each of <see cref="Thresholds"/>.</param>
    public void Judge(ChildMarks child, DateOnly dateOfBirth, SchoolFrame school, Span<ThresholdResult> results)
    {
        if (child.First != school.First || child.Days != school.LastDay + 1)
            throw new ArgumentException("The marks are not of the days by which the school's as-of date is judged.", nameof(child));
        bool outside = _settings.CompulsorySchoolAgeOnly && !CompulsorySchoolAge.IsCompulsory(dateOfBirth, school.AsOf);
        for (int place = 0; place < _rules.Length; place++)
        {
            results[place] = outside
                ? Outside(Thresholds[place], school)
                : Tell(Thresholds[place], _rules[place].Judge(child, school), child, school);
        }
    }

    private static ThresholdResult Outside(ThresholdDefinition threshold, SchoolFrame school) => new()
    {
        Threshold = threshold,
        Status = ThresholdStatus.OutsideCompulsoryAge,
        WindowStart = AcademicYear.FromDate(school.AsOf).Start,
    };

    private static ThresholdResult Tell(ThresholdDefinition threshold, Finding found, ChildMarks child, SchoolFrame school)
    {
        SessionSums counts = child.Between(found.From, school.LastDay);
        return new ThresholdResult
        {
            Threshold = threshold,
            Status = found.Status,
            FirstMetDate = found.FirstMet is { } first ? school.First.AddDays(first) : null,
            MetSinceDate = found.MetSince is { } since ? school.First.AddDays(since) : null,
            WindowStart = school.First.AddDays(found.From),
            Counted = found.Counted,
            PossibleSessions = counts.Possible,
            AttendedSessions = counts.Attended,
            UnauthorisedSessions = counts.Unauthorised,
            ProvingSessions = found is { Status: ThresholdStatus.Met, Proof: { } proof }
                ? child.SessionsOf(proof, found.From, school.LastDay)
                : ReadOnlyMemory<int>.Empty,
        };
    }
}
