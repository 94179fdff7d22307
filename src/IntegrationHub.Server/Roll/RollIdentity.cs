using System.Globalization;
using IntegrationHub.Domain;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Roll;

/// <summary>Decides which pupil a record of a roll is about.</summary>
/// <remarks>
/// <para>
/// Within a school it is whoever the school's MIS calls by the same identifier; across schools, whoever has a valid UPN of the
/// record and the same date of birth. So a new arrival without a UPN becomes one with the pupil another school knows on the day the
/// UPN comes. One of the two alone joins nobody: the record is somebody of its own, with a warning.
/// </para>
/// <para>
/// Two records of one school are two children though UPN and date of birth agree, as twins' may by a slip. Only when a snapshot no
/// longer names the one identifier is the other taken for its successor: a new MIS has numbered the school's pupils afresh.
/// </para>
/// <para>
/// When schools that both have a child on their rolls now differ on the date of birth, or on the UPN, they are taken to mean two children
/// until they agree: so a UPN that was somebody else's is mended by sending the right one. A new UPN of one child comes with the old as a
/// former one. A school that the child has left does not stand in the way of a correction.
/// </para>
/// </remarks>
/// <param name="named">The MIS identifiers that the snapshot names; null for a delta, which says nothing about others.</param>
internal sealed class RollIdentity(RollState state, RollIdentifiers identifiers, RollStays stays, IReadOnlySet<string>? named)
{
    /// <summary>The pupil whom the school's MIS calls by the record's identifier, as far as the hub knows.</summary>
    public KnownPupil? Known(RollEntry entry)
    {
        var pupils = state.WithMis(entry.MisPupilId);
        return pupils.FirstOrDefault(x => Mis(x, entry) is { ToPosition: null })
            // Taken back before, and sent again.
            ?? pupils.FirstOrDefault(x => x.Row.DateOfBirth == entry.DateOfBirth);
    }

    /// <summary>The pupil whom the record is about; minted when there is none.</summary>
    public KnownPupil Resolve(RollEntry entry, KnownPupil? known, Action<string> warn)
    {
        if (known is not null && IsSomebodyElse(known, entry))
        {
            identifiers.ReleaseMis(known, entry.MisPupilId);
            known = null;
        }
        var sharing = state.WithUpns(entry.ValidUpns).Where(x => x != known).ToList();
        var same = sharing.Where(x => x.Row.DateOfBirth == entry.DateOfBirth && !StandsBeside(x, entry)).ToList();
        if (same is [var other] && (known is null || stays.TryMove(known, other, entry.MisPupilId)))
        {
            if (!BeginAlike(other.Row.Forename, entry.Forename))
                warn(Reason.UpnForenameMismatch);
            return Moved(known, other, entry);
        }

        if (sharing.Count > 0)
            warn(sharing.Any(x => x.Row.DateOfBirth == entry.DateOfBirth) ? Reason.UpnShared : Reason.UpnDateOfBirthMismatch);
        if (known is null)
            return state.Mint(NewRow(entry));
        var isBornThen = known.Row.DateOfBirth == entry.DateOfBirth;
        if (!known.IsOnAnotherRoll(state.School.Laestab) || (isBornThen && !HasAnotherUpn(known, entry)))
            return known;
        warn(isBornThen ? Reason.UpnOtherThanElsewhere : Reason.UpnDateOfBirthMismatch);
        var separate = state.Mint(NewRow(entry));
        stays.TryMove(known, separate, entry.MisPupilId);
        return Moved(known, separate, entry);
    }

    private KnownPupil Moved(KnownPupil? from, KnownPupil to, RollEntry entry)
    {
        if (from is null)
            return to;
        identifiers.Inherit(from, to);
        identifiers.ReleaseMis(from, entry.MisPupilId);
        identifiers.ReleaseIfNowhere(from);
        return to;
    }

    /// <summary>Whether the school has another record of the pupil for the same days, and still means it.</summary>
    private bool StandsBeside(KnownPupil pupil, RollEntry entry) => pupil.Stays.Any(
        x => x.Laestab == state.School.Laestab && !x.Removed && x.MisPupilId != entry.MisPupilId && entry.Overlaps(x)
            && named?.Contains(x.MisPupilId) != false);

    /// <summary>A MIS that gives an old identifier to a new child is told by both UPN and date of birth being others.</summary>
    private static bool IsSomebodyElse(KnownPupil known, RollEntry entry) =>
        entry.Upn is { IsValid: true } && known.Row.DateOfBirth != entry.DateOfBirth
        && known.ValidUpns.Any() && !known.ValidUpns.Intersect(entry.ValidUpns).Any();

    /// <summary>
    /// Whether a school says a UPN that is none of the pupil's, and none of the pupil's for a former one. The record of a stay that has
    /// ended says nothing about the pupil's number today.
    /// </summary>
    private static bool HasAnotherUpn(KnownPupil known, RollEntry entry) =>
        entry is { LeavingDate: null, Upn.IsValid: true } && known.ValidUpns.Any() && !known.ValidUpns.Intersect(entry.ValidUpns).Any();

    private static bool BeginAlike(string one, string other) => one.Length == 0 || other.Length == 0 || string.Compare(
        one, 0, other, 0, 1, CultureInfo.InvariantCulture, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) == 0;

    private PupilIdentifierRow? Mis(KnownPupil pupil, RollEntry entry) =>
        pupil.Find(IdentifierScheme.Mis, state.School.Laestab, entry.MisPupilId);

    private PupilRow NewRow(RollEntry entry) => new()
    {
        Authority = state.School.Authority,
        Forename = entry.Forename,
        Surname = entry.Surname,
        DateOfBirth = entry.DateOfBirth,
        HomeAuthority = entry.HomeAuthority,
        MintedPosition = state.Position,
    };
}
