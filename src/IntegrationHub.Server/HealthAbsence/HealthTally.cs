namespace IntegrationHub.Server.HealthAbsence;

/// <summary>Adds up one group of enrolments.</summary>
internal sealed class HealthTally
{
    private readonly HashSet<int> _schools = [];

    public HealthSessions Sessions { get; private set; }

    /// <summary>Enrolments with a possible session.</summary>
    public int Enrolments { get; private set; }

    /// <summary>Their schools, by DfE number.</summary>
    public IReadOnlySet<int> Schools => _schools;

    public int WithIllness { get; private set; }

    public int WithMedical { get; private set; }

    /// <summary>Adds what one enrolment has in the group, all of it at once.</summary>
    public void Add(HealthSessions enrolment, int laestab)
    {
        if (enrolment.Possible == 0)
            return;
        Sessions += enrolment;
        Enrolments++;
        _schools.Add(laestab);
        WithIllness += enrolment.Illness > 0 ? 1 : 0;
        WithMedical += enrolment.Medical > 0 ? 1 : 0;
    }

    /// <summary>Two groups of different enrolments as one.</summary>
    public static HealthTally operator +(HealthTally left, HealthTally right)
    {
        var both = new HealthTally
        {
            Sessions = left.Sessions + right.Sessions,
            Enrolments = left.Enrolments + right.Enrolments,
            WithIllness = left.WithIllness + right.WithIllness,
            WithMedical = left.WithMedical + right.WithMedical,
        };
        both._schools.UnionWith(left._schools);
        both._schools.UnionWith(right._schools);
        return both;
    }
}
