using IntegrationHub.Server.Identity;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Roll;

/// <summary>One record of a roll that counts, in the hub's own terms.</summary>
internal sealed record RollEntry
{
    public required string MisPupilId { get; init; }
    public StatedUpn? Upn { get; init; }
    public IReadOnlyList<StatedUpn> FormerUpns { get; init; } = [];
    public string Forename { get; init; } = "";
    public string Surname { get; init; } = "";
    public DateOnly DateOfBirth { get; init; }
    public string? Sex { get; init; }
    public EnrolmentStatus Status { get; init; }
    public required DateOnly EntryDate { get; init; }
    public DateOnly? LeavingDate { get; init; }
    public int? YearGroup { get; init; }
    public SenProvision SenProvision { get; init; }
    public bool? FreeSchoolMeals { get; init; }
    public bool? PupilPremium { get; init; }
    public bool? HasSocialWorker { get; init; }
    public bool? LookedAfter { get; init; }
    public required string HomeAuthority { get; init; }
    public bool Restricted { get; init; }

    /// <summary>The record is taken back. Only its key counts.</summary>
    public bool Removed { get; init; }

    /// <summary>UPNs on which the pupil may be joined to what another school says.</summary>
    public IEnumerable<string> ValidUpns =>
        FormerUpns.Prepend(Upn ?? default).Where(x => x.IsValid).Select(x => x.Value);

    /// <summary>Whether this stay and another have a day in common.</summary>
    public bool Overlaps(EnrolmentRow stay) =>
        EntryDate <= (stay.LeavingDate ?? DateOnly.MaxValue) && stay.EntryDate <= (LeavingDate ?? DateOnly.MaxValue);
}
