namespace IntegrationHub.City.Planning;

/// <summary>Decides how every child attends and is enrolled: the chronically absent first, then those who test the edges of every rule.</summary>
internal static class RolePlanner
{
    public static void Plan(IReadOnlyList<CityPupil> pupils, IReadOnlyList<CitySchool> schools, CityOptions options, CityTargets targets)
    {
        CityRandom random = new(options.Seed, CityStream.Roles);
        PupilPool pool = new(pupils, ref random);
        ChronicPlanner.Plan(pool, schools, targets, ref random);
        PlanAttendance(pool, targets);
        PlanEnrolment(pool, targets);
        PlanHomes(pool, targets);
    }

    private static void PlanAttendance(PupilPool pool, CityTargets targets)
    {
        Give(5, CityRole.NoMarks);
        Give(9, CityRole.ExactlyHalf);
        Give(160, CityRole.JustAboveHalf);
        foreach (CityPupil pupil in pool.Take(targets.Scaled(25), pupil => pupil.YearGroup == 0))
            pupil.Role = CityRole.BelowHalfTooYoung;

        void Give(int inDefaultCity, CityRole role)
        {
            foreach (CityPupil pupil in pool.Take(targets.Scaled(inDefaultCity), IsOfAgeInMainstream))
                pupil.Role = role;
        }
    }

    private static void PlanEnrolment(PupilPool pool, CityTargets targets)
    {
        // Not judged: too few sessions, whatever the rate. Not on a roll any more: gone before the day that is judged.
        Give(6, EnrolmentShape.TooLate, CityRole.Chronic);
        Give(8, EnrolmentShape.TooLate, CityRole.Ordinary);
        Give(6, EnrolmentShape.Leaver, CityRole.Chronic);
        Give(84, EnrolmentShape.Leaver, CityRole.Ordinary);

        Give(2, EnrolmentShape.LeaverOnLastDay, CityRole.Ordinary);
        Give(2, EnrolmentShape.LateButJudged, CityRole.Ordinary);
        Give(105, EnrolmentShape.Mover, CityRole.Ordinary);
        Give(34, EnrolmentShape.Dual, CityRole.Ordinary);
        Give(7, EnrolmentShape.DualInConflict, CityRole.Ordinary);
        foreach (CityPupil pupil in Give(42, EnrolmentShape.Late, CityRole.Ordinary))
            pupil.Upn = CityPupil.NoUpn;

        List<CityPupil> Give(int inDefaultCity, EnrolmentShape shape, CityRole role)
        {
            List<CityPupil> taken = pool.Take(targets.Scaled(inDefaultCity), IsOfAgeInMainstream);
            foreach (CityPupil pupil in taken)
                (pupil.Shape, pupil.Role) = (shape, role);
            return taken;
        }
    }

    private static void PlanHomes(PupilPool pool, CityTargets targets)
    {
        foreach (CityPupil pupil in pool.Take(targets.Scaled(7), IsOfAgeInMainstream))
            (pupil.LivesElsewhere, pupil.Role) = (true, CityRole.Chronic);
        foreach (CityPupil pupil in pool.Take(targets.Scaled(53), IsOfAgeInMainstream))
            pupil.LivesElsewhere = true;
        foreach (CityPupil pupil in pool.Take(targets.Scaled(11), IsOfAgeInMainstream))
            pupil.Restricted = true;
    }

    private static bool IsOfAgeInMainstream(CityPupil pupil) => pupil.YearGroup >= 1 && pupil.Home.Phase != CityPhase.Special;
}
