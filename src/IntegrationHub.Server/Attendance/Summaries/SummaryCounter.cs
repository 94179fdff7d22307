using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Published;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Attendance.Summaries;

/// <summary>Counts enrolments, or children, into the groups of a summary, one after another: nothing of them is kept.</summary>
internal sealed class SummaryCounter(SummaryDimension first, SummaryDimension second, SummaryTimes times, SummaryBasis basis)
{
    private readonly Dictionary<(int First, int Second), SummaryTally> _tallies = [];
    private readonly Dictionary<AcademicYear, PublishedBasis> _published = [];
    private readonly CodeHistogram _one = new();

    /// <summary>The groups so far.</summary>
    public IEnumerable<KeyValuePair<(int First, int Second), SummaryTally>> Groups => _tallies;

    /// <summary>Makes the group of all be there, where nothing is grouped.</summary>
    public void AddTotal() => TallyOf(default);

    /// <summary>Makes a school's group be there, whatever is marked.</summary>
    public void AddSchool(SchoolRow school)
    {
        if (first.OfSchool is { } one && second.OfSchool is { } other)
            TallyOf((one(school), other(school)));
    }

    /// <summary>Adds one enrolment; or one child, told under its main one, with the marks of all.</summary>
    public void Add(SchoolRow school, EnrolmentFacts facts, IReadOnlyList<WindowMarks> marks)
    {
        foreach (var segment in times.SegmentsOf(school.Laestab))
        {
            _one.Clear();
            foreach (var part in segment.Parts)
            {
                var counted = basis == SummaryBasis.Published ? Published(part, facts) : part;
                if (counted.Length > 0)
                    WindowMarks.AddMergedTo(_one, counted, marks);
            }
            if (_one.HasMarks)
                TallyOf((first.KeyOf(school, facts, segment.Key), second.KeyOf(school, facts, segment.Key))).Add(_one, school.Laestab);
        }
    }

    private SlotRange Published(SlotRange part, EnrolmentFacts facts)
    {
        if (!_published.TryGetValue(part.Year, out var rules))
            _published[part.Year] = rules = new PublishedBasis(part.Year);
        return rules.SlotsOf(facts.DateOfBirth, facts.Stay.Entry, facts.Status == EnrolmentStatus.Guest) is { } counted
            ? part with { ToSlot = Math.Max(part.FromSlot, Math.Min(part.ToSlot, counted.ToSlot)) }
            : part with { ToSlot = part.FromSlot };
    }

    private SummaryTally TallyOf((int First, int Second) group)
    {
        if (!_tallies.TryGetValue(group, out var tally))
            _tallies[group] = tally = new SummaryTally();
        return tally;
    }
}
