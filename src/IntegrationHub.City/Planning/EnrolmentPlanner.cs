using System.Globalization;
using IntegrationHub.Contracts.Roll.V1;

namespace IntegrationHub.City.Planning;

/// <summary>Puts every child on the rolls that the shape of their term asks for.</summary>
internal static class EnrolmentPlanner
{
    private static readonly int Days = CityTerm.Days.Length;

    public static void Plan(IReadOnlyList<CityPupil> pupils, IReadOnlyList<CitySchool> schools, CityOptions options)
    {
        foreach (CityPupil pupil in pupils)
        {
            CityRandom random = new(options.Seed, CityStream.Roles, pupil.Index + 1);
            CitySchool? other = OtherSchool(pupil, schools, ref random);
            if (other is null && (pupil.IsDualRegistered || pupil.Shape == EnrolmentShape.Mover))
                pupil.Shape = EnrolmentShape.Whole;
            Enrol(pupil, other, ref random);
        }
    }

    private static void Enrol(CityPupil pupil, CitySchool? other, ref CityRandom random)
    {
        CityEnrolment main = Add(pupil, pupil.Home, EnrolmentStatus.Main);
        switch (pupil.Shape)
        {
            case EnrolmentShape.Late:
                Start(main, random.Between(15, 45));
                break;
            case EnrolmentShape.LateButJudged:
                Start(main, Days - 10);
                break;
            case EnrolmentShape.TooLate:
                Start(main, Days - random.Between(2, 9));
                break;
            case EnrolmentShape.Mover:
                int change = random.Between(15, 55);
                Start(main, change);
                End(Add(pupil, other!, EnrolmentStatus.Main), change - 1);
                break;
            case EnrolmentShape.Leaver:
                End(main, random.Between(10, Days - 3));
                break;
            case EnrolmentShape.LeaverOnLastDay:
                End(main, Days - 1);
                break;
            case EnrolmentShape.Dual:
            case EnrolmentShape.DualInConflict:
                AddSecond(pupil, other!, ref random);
                break;
            case EnrolmentShape.Whole:
            default:
                break;
        }
    }

    private static void AddSecond(CityPupil pupil, CitySchool other, ref CityRandom random)
    {
        Add(pupil, other, EnrolmentStatus.Subsidiary).Entry = CityTerm.Days[0];
        for (int left = pupil.Shape == EnrolmentShape.DualInConflict ? random.Between(1, 3) : 0; left > 0; left--)
            pupil.ConflictingSessions.Add(random.NextInt(CityTerm.Sessions));
    }

    private static CityEnrolment Add(CityPupil pupil, CitySchool school, EnrolmentStatus status)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"{school.Vendor.Name[0]}{school.Enrolments.Count + 1:00000}");
        CityEnrolment enrolment = new(pupil, school, status, id) { Entry = new DateOnly(2021 - (pupil.YearGroup - school.FirstYear), 9, 1) };
        school.Enrolments.Add(enrolment);
        pupil.Enrolments.Add(enrolment);
        return enrolment;
    }

    private static void Start(CityEnrolment enrolment, int day) => (enrolment.FirstDay, enrolment.Entry) = (day, CityTerm.Days[day]);

    private static void End(CityEnrolment enrolment, int day) => (enrolment.LastDay, enrolment.Leaving) = (day, CityTerm.Days[day]);

    // One of the same phase where there is one; a special school takes a child for some days where there is none.
    private static CitySchool? OtherSchool(CityPupil pupil, IReadOnlyList<CitySchool> schools, ref CityRandom random)
    {
        if (pupil.Shape is not (EnrolmentShape.Mover or EnrolmentShape.Dual or EnrolmentShape.DualInConflict))
            return null;

        CitySchool[] others = [.. schools.Where(school => school != pupil.Home && school.Teaches(pupil.YearGroup))];
        CitySchool[] alike = [.. others.Where(school => school.Phase == pupil.Home.Phase)];
        return alike.Length > 0 ? random.Pick(alike) : others.Length > 0 ? random.Pick(others) : null;
    }
}
