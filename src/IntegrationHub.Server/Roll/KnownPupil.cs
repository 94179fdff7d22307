using IntegrationHub.Server.Identity;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Roll;

/// <summary>A pupil in hand while a roll is applied: the row, the identifiers, and the stays at every school.</summary>
internal sealed class KnownPupil(PupilRow row)
{
    public PupilRow Row => row;

    public List<PupilIdentifierRow> Identifiers { get; } = [];

    public List<EnrolmentRow> Stays { get; } = [];

    /// <summary>Minted by this very change; the database numbers the pupil when it is saved.</summary>
    public bool IsNew => row.PupilId == 0;

    /// <summary>Valid UPNs, current and former, that stand.</summary>
    public IEnumerable<string> ValidUpns => Identifiers.Where(IsValidUpn).Where(x => x.ToPosition is null).Select(x => x.Value);

    /// <summary>Whether the pupil is on the roll of a school other than this one, with no end to it.</summary>
    public bool IsOnAnotherRoll(int laestab) => Stays.Any(x => x.Laestab != laestab && x is { Removed: false, LeavingDate: null });

    public bool HasStays => Stays.Any(x => !x.Removed);

    public PupilIdentifierRow? Find(string scheme, int scope, string value) =>
        Identifiers.Find(x => x.Scheme == scheme && x.Scope == scope && x.Value == value);

    public static bool IsValidUpn(PupilIdentifierRow identifier) =>
        identifier is { Scheme: IdentifierScheme.Upn or IdentifierScheme.FormerUpn, Quality: IdentifierQuality.Valid };
}
