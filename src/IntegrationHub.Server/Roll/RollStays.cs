using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Roll;

/// <summary>Keeps a school's enrolments as its roll states them.</summary>
/// <remarks>
/// The key of an enrolment is (school, pupil, entry date). A school that corrects an entry date means the same stay: a record that
/// has no stay with its own entry date is about the pupil's stay that it overlaps, which keeps its marks; unless that stay has a
/// record of its own beside it.
/// </remarks>
/// <param name="named">The MIS identifiers that the snapshot names; null for a delta.</param>
internal sealed class RollStays(RollState state, IReadOnlySet<string>? named)
{
    private readonly HashSet<(string MisPupilId, DateOnly EntryDate)> _expected = [];

    /// <summary>Says that a record will come.</summary>
    /// <returns>False: it repeats another.</returns>
    public bool Expect(RollEntry entry) => _expected.Add((entry.MisPupilId, entry.EntryDate));

    /// <summary>The stay that a record is about.</summary>
    public EnrolmentRow? Find(KnownPupil pupil, RollEntry entry)
    {
        var here = pupil.Stays.Where(x => x.Laestab == state.School.Laestab).ToList();
        return here.Find(x => x.EntryDate == entry.EntryDate)
            ?? here.Where(x => !x.Removed && IsOfRecord(x, entry) && entry.Overlaps(x)).MaxBy(x => x.EntryDate);
    }

    /// <summary>Brings the record's stay up to date, or begins it.</summary>
    public EnrolmentRow Put(KnownPupil pupil, RollEntry entry, long statedPosition)
    {
        var stay = Find(pupil, entry);
        if (stay is null)
        {
            stay = new EnrolmentRow
            {
                Authority = state.School.Authority,
                PupilId = pupil.Row.PupilId,
                Laestab = state.School.Laestab,
                MisPupilId = entry.MisPupilId,
            };
            state.Add(pupil, stay);
        }
        else
        {
            if (stay.Removed || stay.EntryDate != entry.EntryDate || stay.LeavingDate != entry.LeavingDate)
                state.Touched.Add((stay, pupil));
            state.Change(stay);
        }
        Write(stay, entry, statedPosition);
        return stay;
    }

    /// <summary>Takes a stay back: it counts nowhere.</summary>
    public void Remove(KnownPupil pupil, EnrolmentRow stay, long statedPosition)
    {
        stay.Removed = true;
        stay.Position = statedPosition;
        state.Change(stay);
        state.Touched.Add((stay, pupil));
    }

    /// <summary>
    /// Ends a stay that a snapshot leaves out. On the snapshot's date the pupil was not on the roll any more, so the day before is the
    /// last on which they can have been: any earlier day would take marks away on a guess. A stay that would have begun on that very
    /// date never came to be.
    /// </summary>
    public void Close(KnownPupil pupil, EnrolmentRow stay, DateOnly asOfDate, long statedPosition)
    {
        if (stay.EntryDate >= asOfDate)
        {
            Remove(pupil, stay, statedPosition);
            return;
        }
        stay.LeavingDate = asOfDate.AddDays(-1);
        stay.Position = statedPosition;
        state.Change(stay);
        state.Touched.Add((stay, pupil));
    }

    /// <summary>Hands a pupil's stays under one MIS identifier over to another pupil, with their marks.</summary>
    /// <returns>False: the other has a stay with the same entry date, and nothing is moved.</returns>
    public bool TryMove(KnownPupil from, KnownPupil to, string misPupilId)
    {
        var moving = from.Stays.Where(x => x.Laestab == state.School.Laestab && x.MisPupilId == misPupilId).ToList();
        if (moving.Any(x => to.Stays.Any(y => y.Laestab == x.Laestab && y.EntryDate == x.EntryDate)))
            return false;
        state.Touch(from);
        foreach (var stay in moving)
        {
            from.Stays.Remove(stay);
            to.Stays.Add(stay);
            stay.PupilId = to.Row.PupilId;
            state.Change(stay);
        }
        state.Touch(to);
        return true;
    }

    private bool IsOfRecord(EnrolmentRow stay, RollEntry entry) =>
        (stay.MisPupilId == entry.MisPupilId && !_expected.Contains((stay.MisPupilId, stay.EntryDate)))
        || named?.Contains(stay.MisPupilId) == false;

    private static void Write(EnrolmentRow stay, RollEntry entry, long statedPosition)
    {
        stay.MisPupilId = entry.MisPupilId;
        stay.Status = entry.Status;
        stay.EntryDate = entry.EntryDate;
        stay.LeavingDate = entry.LeavingDate;
        stay.YearGroup = entry.YearGroup;
        stay.SenProvision = entry.SenProvision;
        stay.FreeSchoolMeals = entry.FreeSchoolMeals;
        stay.PupilPremium = entry.PupilPremium;
        stay.HasSocialWorker = entry.HasSocialWorker;
        stay.LookedAfter = entry.LookedAfter;
        stay.Restricted = entry.Restricted;
        stay.Removed = false;
        stay.Position = statedPosition;
    }
}
