using IntegrationHub.Contracts.Roll.V1;

namespace IntegrationHub.City.Planning;

/// <summary>One pupil on one school's roll.</summary>
internal sealed class CityEnrolment(CityPupil pupil, CitySchool school, EnrolmentStatus status, string misPupilId)
{
    public CityPupil Pupil => pupil;

    public CitySchool School => school;

    public EnrolmentStatus Status => status;

    public string MisPupilId => misPupilId;

    public required DateOnly Entry { get; set; }

    public DateOnly? Leaving { get; set; }

    /// <summary>The first school day with a mark, as an index into the term's days.</summary>
    public int FirstDay { get; set; }

    /// <summary>The last school day with a mark, inclusive.</summary>
    public int LastDay { get; set; } = CityTerm.Days.Length - 1;

    /// <summary>False for a child on the roll whom no register names.</summary>
    public bool IsMarked => pupil.Role != CityRole.NoMarks;

    public bool IsOnRoll(DateOnly date) => Entry <= date && (Leaving is null || Leaving >= date);

    public bool IsInRegister(int day) => IsMarked && day >= FirstDay && day <= LastDay;

    /// <summary>The mark this school makes for a session, as an index of the code.</summary>
    /// <remarks>
    /// A dual-registered child is due at the main school from Monday to Wednesday and at the other on Thursday and Friday; each marks D for the other's
    /// days. Where both claim a session, the school that does not expect the child marks O, so that the child still counts as the other school says.
    /// </remarks>
    public byte MarkAt(int session)
    {
        if (!pupil.IsDualRegistered || IsDueHere(session / 2))
            return pupil.Strip[session];
        return pupil.ConflictingSessions.Contains(session) ? Codes.AbsentWithoutReason : Codes.DualRegistered;
    }

    public bool IsDueHere(int day) =>
        !pupil.IsDualRegistered || (CityTerm.Days[day].DayOfWeek <= DayOfWeek.Wednesday == (status == EnrolmentStatus.Main));
}
