using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Server.Attendance.Summaries;

/// <summary>Adds up one group of a summary.</summary>
internal sealed class SummaryTally
{
    private readonly HashSet<int> _schools = [];
    private int _lastSchool;

    public CodeHistogram Sessions { get; } = new();

    /// <summary>Schools with a marked session, by DfE number.</summary>
    public IReadOnlySet<int> Schools => _schools;

    /// <summary>Enrolments, or children, with a marked session.</summary>
    public int Marked { get; private set; }

    /// <summary>Those with a possible one: the three below are a share of them.</summary>
    public int Possible { get; private set; }

    public int Persistent { get; private set; }

    public int Severe { get; private set; }

    public int Chronic { get; private set; }

    /// <summary>Adds one enrolment, or one child, with at least one marked session.</summary>
    public void Add(CodeHistogram one, int laestab)
    {
        var counts = one.ToSessionCounts();
        Sessions.Add(one);
        Marked++;
        Possible += counts.Possible > 0 ? 1 : 0;
        Persistent += counts.IsPersistentlyAbsent ? 1 : 0;
        Severe += counts.IsSeverelyAbsent ? 1 : 0;
        Chronic += counts.IsChronicallyAbsent ? 1 : 0;
        // Enrolments come school by school.
        if (laestab == _lastSchool)
            return;
        _schools.Add(laestab);
        _lastSchool = laestab;
    }
}
