namespace IntegrationHub.Server.HealthAbsence;

/// <summary>Adds up one group of enrolments.</summary>
internal sealed class HealthTally
{
    public HealthSessions Sessions { get; private set; }

    /// <summary>Enrolments with a possible session.</summary>
    public int Enrolments { get; private set; }

    public int WithIllness { get; private set; }

    public int WithMedical { get; private set; }

    /// <summary>Adds what one enrolment has in the group, all of it at once.</summary>
    public void Add(HealthSessions enrolment)
    {
        if (enrolment.Possible == 0)
            return;
        Sessions += enrolment;
        Enrolments++;
        WithIllness += enrolment.Illness > 0 ? 1 : 0;
        WithMedical += enrolment.Medical > 0 ? 1 : 0;
    }
}
