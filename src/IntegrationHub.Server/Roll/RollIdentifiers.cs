using IntegrationHub.Server.Identity;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Roll;

/// <summary>Keeps pupils' identifiers as the roll states them, with the positions between which they stood.</summary>
/// <remarks>
/// A record restates its pupil, so a UPN that it no longer gives is closed. But not while another school has the pupil on its
/// roll: the other may be the one that is right, its registers name that UPN, and its next roll would only bring it back.
/// </remarks>
internal sealed class RollIdentifiers(RollState state)
{
    public void State(KnownPupil pupil, RollEntry entry)
    {
        Ensure(pupil, IdentifierScheme.Mis, state.School.Laestab, new(entry.MisPupilId, IdentifierQuality.AsGiven));
        if (entry.Upn is { } upn)
            Ensure(pupil, IdentifierScheme.Upn, 0, upn);
        foreach (var former in entry.FormerUpns.Where(x => x != entry.Upn))
            Ensure(pupil, IdentifierScheme.FormerUpn, 0, former);
        // The record of a stay that has ended says nothing about the pupil's number today.
        if (entry.LeavingDate is null && !pupil.IsOnAnotherRoll(state.School.Laestab))
            Close(pupil, x => x.Scheme == IdentifierScheme.Upn && x.Value != entry.Upn?.Value);
    }

    /// <summary>
    /// Registers sent so far name a moved stay by the numbers that its pupil had then. They are kept beside the new ones, as ended: good
    /// for finding those marks, and for joining nothing else.
    /// </summary>
    public void Inherit(KnownPupil from, KnownPupil to)
    {
        foreach (var upn in from.Identifiers.Where(x => x.Scope == 0 && to.Identifiers.TrueForAll(y => y.Value != x.Value)).ToList())
        {
            state.Add(to, new PupilIdentifierRow
            {
                Authority = upn.Authority,
                Scheme = IdentifierScheme.FormerUpn,
                Scope = 0,
                Value = upn.Value,
                PupilId = to.Row.PupilId,
                Quality = upn.Quality,
                FromPosition = upn.FromPosition,
                ToPosition = state.Position,
            });
            state.Touch(to);
        }
    }

    /// <summary>The MIS uses the identifier for somebody else, or for nobody any more.</summary>
    public void ReleaseMis(KnownPupil pupil, string misPupilId) =>
        Close(pupil, x => x.Scheme == IdentifierScheme.Mis && x.Scope == state.School.Laestab && x.Value == misPupilId);

    /// <summary>No roll names the pupil any more: nothing may be joined to them.</summary>
    public void ReleaseIfNowhere(KnownPupil pupil)
    {
        if (!pupil.HasStays)
            Close(pupil, _ => true);
    }

    private void Ensure(KnownPupil pupil, string scheme, int scope, StatedUpn stated)
    {
        var row = pupil.Find(scheme, scope, stated.Value);
        if (row is { ToPosition: null } && row.Quality == stated.Quality)
            return;
        if (row is null)
        {
            state.Add(pupil, new PupilIdentifierRow
            {
                Authority = state.School.Authority,
                Scheme = scheme,
                Scope = scope,
                Value = stated.Value,
                PupilId = pupil.Row.PupilId,
                Quality = stated.Quality,
                FromPosition = state.Position,
            });
        }
        else
        {
            if (row.ToPosition is not null)
                row.FromPosition = state.Position;
            row.ToPosition = null;
            row.Quality = stated.Quality;
            state.Change(row);
        }
        state.Touch(pupil);
    }

    private void Close(KnownPupil pupil, Predicate<PupilIdentifierRow> which)
    {
        foreach (var row in pupil.Identifiers.Where(x => x.ToPosition is null && which(x)))
        {
            state.Touch(pupil);
            row.ToPosition = state.Position;
            state.Change(row);
        }
    }
}
