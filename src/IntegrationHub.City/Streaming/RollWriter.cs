using IntegrationHub.City.Planning;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Roll.V1;

namespace IntegrationHub.City.Streaming;

/// <summary>Writes whole rolls as snapshots, school after school.</summary>
internal sealed class RollWriter(CityIds ids, IReadOnlyList<CitySchool> schools)
{
    private const int RecordsAtATime = 100;

    public int Count => schools.Sum(school => 2 + Parts(school));

    public long Records => schools.Sum(school => (long)school.Enrolments.Count);

    public IEnumerable<RollSubmission> From(long skip)
    {
        foreach (CitySchool school in schools)
        {
            int parts = 2 + Parts(school);
            for (int part = (int)Math.Min(skip, parts); part < parts; part++)
                yield return Write(school, part, parts);
            skip = Math.Max(0, skip - parts);
        }
    }

    private static int Parts(CitySchool school) => (school.Enrolments.Count + RecordsAtATime - 1) / RecordsAtATime;

    private RollSubmission Write(CitySchool school, int part, int parts)
    {
        RollSubmission submission = new() { SubmissionId = ids.Of($"roll|{school.Urn}|{part}"), SchoolUrn = school.Urn.ToString() };
        string snapshot = ids.Of($"roll|{school.Urn}");
        if (part == 0)
        {
            submission.SnapshotBegin = new SnapshotBegin { SnapshotId = snapshot, AsOfDate = CityTerm.AsOf.ToContract() };
        }
        else if (part == parts - 1)
        {
            submission.SnapshotEnd = new SnapshotEnd { SnapshotId = snapshot, RecordCount = school.Enrolments.Count };
        }
        else
        {
            IEnumerable<CityEnrolment> some = school.Enrolments.Skip((part - 1) * RecordsAtATime).Take(RecordsAtATime);
            submission.Records = new RollRecords { SnapshotId = snapshot, Records = { some.Select(ToRecord) } };
        }

        return submission;
    }

    private static RollRecord ToRecord(CityEnrolment enrolment)
    {
        CityPupil pupil = enrolment.Pupil;
        return new RollRecord
        {
            MisPupilId = enrolment.MisPupilId,
            Upn = pupil.Upn ?? "",
            Forename = pupil.Forename,
            Surname = pupil.Surname,
            DateOfBirth = pupil.DateOfBirth.ToContract(),
            Sex = pupil.Sex,
            EnrolmentStatus = enrolment.Status,
            EntryDate = enrolment.Entry.ToContract(),
            LeavingDate = enrolment.Leaving?.ToContract(),
            YearGroup = pupil.YearGroup,
            SenProvision = pupil.Sen,
            FreeSchoolMeals = pupil.FreeSchoolMeals,
            PupilPremium = pupil.PupilPremium,
            ChildWithSocialWorker = pupil.HasSocialWorker,
            LookedAfter = pupil.LookedAfter,
            HomeAuthority = pupil.LivesElsewhere ? CityNumbers.OtherAuthority : "",
            Restricted = pupil.Restricted,
        };
    }
}
