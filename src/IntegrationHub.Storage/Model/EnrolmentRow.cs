namespace IntegrationHub.Storage.Model;

/// <summary>One stay of one pupil at one school. The key of an enrolment is (school, pupil, entry date).</summary>
public class EnrolmentRow
{
    public long EnrolmentId { get; set; }
    public required string Authority { get; set; }
    public long PupilId { get; set; }
    public int Laestab { get; set; }
    public required string MisPupilId { get; set; }
    public EnrolmentStatus Status { get; set; }
    public DateOnly EntryDate { get; set; }

    /// <summary>Last day, inclusive. Null while on the roll.</summary>
    public DateOnly? LeavingDate { get; set; }

    /// <summary>National Curriculum year; 0 is reception. Null: not known.</summary>
    public int? YearGroup { get; set; }

    public SenProvision SenProvision { get; set; }
    public bool? FreeSchoolMeals { get; set; }

    /// <summary>The school receives the pupil premium for the pupil. Null: the roll does not say.</summary>
    public bool? PupilPremium { get; set; }

    /// <summary>The school knows that a social worker is allocated to the child. Null: the roll does not say.</summary>
    public bool? HasSocialWorker { get; set; }

    /// <summary>The school knows that the child is looked after. Null: the roll does not say.</summary>
    public bool? LookedAfter { get; set; }

    /// <summary>
    /// This school says that the child must be protected. Kept for each stay: another school that does not say so, or does not know
    /// yet, must not lift it.
    /// </summary>
    public bool Restricted { get; set; }

    /// <summary>Sent in error and taken back: it counts nowhere.</summary>
    public bool Removed { get; set; }

    /// <summary>The roll record that last stated it, or the begin of the snapshot that left it out.</summary>
    public long Position { get; set; }
}
