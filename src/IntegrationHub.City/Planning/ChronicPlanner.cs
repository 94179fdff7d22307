using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Domain.Coverage;

namespace IntegrationHub.City.Planning;

/// <summary>Decides which children are chronically absent, and how each comes out when it is asked who leads.</summary>
internal static class ChronicPlanner
{
    public static List<CityPupil> Plan(PupilPool pool, IReadOnlyList<CitySchool> schools, CityTargets targets, ref CityRandom random)
    {
        List<CityPupil> chronic = Choose(pool, schools, targets);
        random.Shuffle(chronic);
        Attend(chronic, targets);
        GiveEhcps(chronic, targets);
        Lead(chronic, targets, ref random);
        Enrol(chronic, targets, ref random);
        KeepApart(chronic);
        return chronic;
    }

    private static List<CityPupil> Choose(PupilPool pool, IReadOnlyList<CitySchool> schools, CityTargets targets)
    {
        List<CityPupil> chosen = [];
        CitySchool[] specials = [.. schools.Where(school => school.Phase == CityPhase.Special)];
        for (int number = 0; number < specials.Length && chosen.Count < targets.Chronic / 2; number++)
            chosen.AddRange(AtSpecial(pool, specials[number], targets.AtSpecialSchool(number)));

        int primary = Math.Max(0, targets.Year6AndBelow - chosen.Count(pupil => pupil.YearGroup <= 6));
        chosen.AddRange(pool.Take(primary, pupil => pupil.Home.Phase == CityPhase.Primary && pupil.YearGroup >= 1));
        chosen.AddRange(pool.Take(targets.Chronic - chosen.Count, pupil => pupil.Home.Phase == CityPhase.Secondary));
        return chosen;
    }

    // A school of both bands has most of its chronically absent children in the upper one.
    private static List<CityPupil> AtSpecial(PupilPool pool, CitySchool school, int number)
    {
        int younger = school.LastYear <= 6 ? number : school.FirstYear > 6 ? 0 : number / 8;
        List<CityPupil> taken = pool.Take(younger, pupil => pupil.Home == school && pupil.YearGroup is >= 1 and <= 6);
        taken.AddRange(pool.Take(number - taken.Count, pupil => pupil.Home == school && pupil.YearGroup >= 7));
        return taken;
    }

    private static void Attend(List<CityPupil> chronic, CityTargets targets)
    {
        for (int index = 0; index < chronic.Count; index++)
        {
            chronic[index].Role = index < targets.NeverInSchool ? CityRole.NeverInSchool
                : index < targets.NeverInSchool + targets.Scaled(24) && index < chronic.Count / 2 ? CityRole.JustBelowHalf
                : CityRole.Chronic;
        }
    }

    private static void GiveEhcps(List<CityPupil> chronic, CityTargets targets)
    {
        int left = targets.MainstreamEhcp;
        foreach (CityPupil pupil in chronic.Where(pupil => pupil.Home.Phase != CityPhase.Special).Reverse())
            pupil.Sen = left-- > 0 ? SenProvision.Ehcp : pupil.Sen == SenProvision.Ehcp ? SenProvision.Support : pupil.Sen;
    }

    private static void Lead(List<CityPupil> chronic, CityTargets targets, ref CityRandom random)
    {
        List<CoverageClass> classes = [.. targets.Classes];
        random.Shuffle(classes);
        int plans = targets.OtherLeadWithPlan;
        for (int index = 0; index < chronic.Count; index++)
        {
            chronic[index].Class = classes[index];
            chronic[index].HasPlan = classes[index] == CoverageClass.OtherLead && plans-- > 0;
        }
    }

    // New arrivals have no UPN, so no case record can be theirs: they are taken from those whom nobody leads.
    private static void Enrol(List<CityPupil> chronic, CityTargets targets, ref CityRandom random)
    {
        PupilPool pool = new(chronic.Where(pupil => pupil.Role == CityRole.Chronic && !pupil.HasEhcp), ref random);
        foreach (CityPupil pupil in pool.Take(targets.Scaled(3), pupil => pupil.Class == CoverageClass.None))
            (pupil.Shape, pupil.Upn) = (EnrolmentShape.Late, CityPupil.NoUpn);

        // A plan that nobody leads: the sources contradict themselves.
        foreach (CityPupil pupil in chronic.Where(pupil => pupil.Class == CoverageClass.None && pupil.Upn is null).Take(targets.Scaled(7)))
            pupil.HasPlan = true;

        Give(EnrolmentShape.LateButJudged, 1);
        Give(EnrolmentShape.LeaverOnLastDay, 1);
        Give(EnrolmentShape.Mover, 15);
        Give(EnrolmentShape.Dual, 6);
        Give(EnrolmentShape.DualInConflict, 2);

        void Give(EnrolmentShape shape, int inDefaultCity)
        {
            foreach (CityPupil pupil in pool.Take(Math.Min(targets.Scaled(inDefaultCity), chronic.Count / 10), _ => true))
                pupil.Shape = shape;
        }
    }

    /// <summary>Moves days of birth until no other chronically absent child shares one with a child of whom it is not to be known.</summary>
    /// <remarks>
    /// The case record that leaves such a child in doubt has a name and a day of birth, and no number. Nobody else on the list may be the child it
    /// could mean, not even with day and month exchanged.
    /// </remarks>
    private static void KeepApart(List<CityPupil> chronic)
    {
        foreach (CityPupil doubtful in chronic.Where(pupil => pupil.Class == CoverageClass.NotKnown))
        {
            DateOnly first = PersonPlanner.FirstBirthday(doubtful.YearGroup);
            while (chronic.Any(other => other != doubtful && MightBe(doubtful.DateOfBirth, other.DateOfBirth)))
            {
                DateOnly next = doubtful.DateOfBirth.AddDays(1);
                doubtful.DateOfBirth = next < first.AddYears(1) ? next : first;
            }
        }
    }

    private static bool MightBe(DateOnly one, DateOnly other) =>
        one == other || (one.Year == other.Year && one.Month == other.Day && one.Day == other.Month);
}
