using System.Globalization;
using IntegrationHub.City.Planning;
using IntegrationHub.Domain.Casework;
using IntegrationHub.Domain.Coverage;

namespace IntegrationHub.City.Casework;

/// <summary>Writes the case records that put a chronically absent child into the class decided for them.</summary>
/// <param name="families">Children of Early Help's caseload, none of them chronically absent, whose families' plans may name another child.</param>
internal sealed class ChronicCases(
    CaseBook socialCare, CaseBook earlyHelp, CaseStaff socialWorkers, CaseStaff earlyHelpWorkers, IReadOnlyList<string> families)
{
    /// <summary>Enters the records of the list's <paramref name="number"/>-th child, from 0.</summary>
    public void Enter(CityPupil pupil, int number, ref CityRandom random)
    {
        DateOnly start = CaseDates.Before(CityTerm.AsOf, 10, 210, ref random);
        switch (pupil.Class)
        {
            case CoverageClass.LaLeadAndPlan when number % 5 < 3:
                LedByEarlyHelp(pupil, start, ref random);
                break;
            case CoverageClass.LaLeadAndPlan:
                LedBySocialCare(pupil, start, ref random);
                break;
            case CoverageClass.LaLeadNoPlan:
                LedWithoutPlan(pupil, start, ref random);
                break;
            case CoverageClass.OtherLead:
                LedFromOutside(pupil, start, ref random);
                break;
            case CoverageClass.TeamOnly:
                HeldByDutyDesk(pupil, start, ref random);
                break;
            case CoverageClass.NotKnown:
                InDoubt(pupil, start, ref random);
                break;
            default:
                LedByNobody(pupil, start, ref random);
                break;
        }
    }

    public static string SocialCarePlan(ref CityRandom random) => random.NextInt(20) switch
    {
        < 12 => PlanKinds.ChildInNeed,
        < 17 => PlanKinds.ChildProtection,
        _ => PlanKinds.LookedAfter,
    };

    /// <summary>The person at a child's school who leads a Family Support Plan.</summary>
    public static CaseWorker SchoolLead(CityPupil pupil) => new(
        string.Create(CultureInfo.InvariantCulture, $"SCH-{pupil.Home.Laestab.Establishment}-{pupil.YearGroup}"),
        $"Pastoral lead, year {pupil.YearGroup}, {pupil.Home.Name}",
        $"SCH-{pupil.Home.Laestab.Establishment}",
        pupil.Home.Name);

    // One in five plans is a whole-family plan on a sibling's record, which covers the child it names.
    private void LedByEarlyHelp(CityPupil pupil, DateOnly start, ref CityRandom random)
    {
        string? sibling = random.Chance(0.2) && families.Count > 0 ? random.Pick(families) : null;
        string child = earlyHelp.Hold(pupil);
        earlyHelp.Involve(child, LeadKinds.EarlyHelpWorker, true, earlyHelpWorkers.Next(), start);
        string kind = random.Chance(0.5) ? PlanKinds.EarlyHelpAssessment : PlanKinds.FamilySupportPlan;
        earlyHelp.Plan(kind, start, null, sibling is null ? [child] : [sibling, child]);

        // A second lead, at school, takes nothing away.
        if (random.Chance(0.1))
            earlyHelp.Involve(child, LeadKinds.School, true, SchoolLead(pupil), start);
    }

    // Now and then the plan is Early Help's and the lead social care's: a case on its way up.
    private void LedBySocialCare(CityPupil pupil, DateOnly start, ref CityRandom random)
    {
        string child = socialCare.Hold(pupil);
        socialCare.Involve(child, LeadKinds.SocialWorker, true, socialWorkers.Next(), start);
        if (random.Chance(0.15))
            earlyHelp.Plan(PlanKinds.EarlyHelpAssessment, start, null, earlyHelp.Hold(pupil));
        else
            socialCare.Plan(SocialCarePlan(ref random), start, null, child);
        if (random.Chance(0.15))
            socialCare.Involve(child, LeadKinds.SocialWorker, true, socialWorkers.Next(), start.AddDays(-90), start);
    }

    private void LedWithoutPlan(CityPupil pupil, DateOnly start, ref CityRandom random)
    {
        string child = earlyHelp.Hold(pupil);
        if (random.Chance(0.5))
            socialCare.Involve(socialCare.Hold(pupil), LeadKinds.SocialWorker, true, socialWorkers.Next(), start);
        else
            earlyHelp.Involve(child, LeadKinds.EarlyHelpWorker, true, earlyHelpWorkers.Next(), start);

        switch (random.NextInt(4))
        {
            case 0:
                // Ended today: from today it is no longer open.
                earlyHelp.Plan(PlanKinds.EarlyHelpAssessment, start, CityTerm.AsOf, child);
                break;
            case 1:
                earlyHelp.Plan(PlanKinds.Ehcp, start, null, child);
                break;
            case 2:
                earlyHelp.Plan(PlanKinds.PersonalAttendancePlan, start, null, child);
                break;
            default:
                break;
        }
    }

    private void LedFromOutside(CityPupil pupil, DateOnly start, ref CityRandom random)
    {
        string child = earlyHelp.Hold(pupil);
        (string kind, CaseWorker worker) = random.NextInt(20) switch
        {
            < 15 => (LeadKinds.School, SchoolLead(pupil)),
            < 17 => (LeadKinds.Health, new CaseWorker("SN-01", "School nurse, north", "SN", "School nursing")),
            < 19 => (LeadKinds.VoluntarySector, new CaseWorker("VS-01", "Family mentor", "VS", "Lantern Mentors, a charity")),
            _ => (LeadKinds.Send, new CaseWorker("SEND-01", "SEND case officer", "SEND", "SEND team")),
        };
        earlyHelp.Involve(child, kind, true, worker, start);
        if (pupil.HasPlan)
            earlyHelp.Plan(PlanKinds.FamilySupportPlan, start, null, child);
        else if (random.Chance(0.5))
            earlyHelp.Plan(PlanKinds.PersonalAttendancePlan, start, null, child);

        // A social worker who is involved and does not lead.
        if (random.Chance(0.15))
            socialCare.Involve(socialCare.Hold(pupil), LeadKinds.SocialWorker, false, socialWorkers.Next(), start);
    }

    private void HeldByDutyDesk(CityPupil pupil, DateOnly start, ref CityRandom random)
    {
        string child = earlyHelp.Hold(pupil);
        earlyHelp.Involve(child, LeadKinds.EarlyHelpWorker, true, earlyHelpWorkers.Next().TeamAlone, start);
        if (random.Chance(0.4))
            earlyHelp.Plan(PlanKinds.EarlyHelpAssessment, start, null, child);
    }

    // Somebody leads a child of this name and day of birth; without a number nobody can say that it is this one.
    private void InDoubt(CityPupil pupil, DateOnly start, ref CityRandom random)
    {
        if (random.Chance(0.5))
            socialCare.Involve(socialCare.Enter(pupil, "UN1"), LeadKinds.SocialWorker, true, socialWorkers.Next(), start);
        else
            earlyHelp.Involve(earlyHelp.Enter(pupil, ""), LeadKinds.EarlyHelpWorker, true, earlyHelpWorkers.Next(), start);
    }

    // Most of them are in no case system at all. The others have a plan that nobody leads, are held without a lead, or have lost theirs.
    private void LedByNobody(CityPupil pupil, DateOnly start, ref CityRandom random)
    {
        int way = random.NextInt(20);
        if (pupil.HasPlan)
            earlyHelp.Plan(PlanKinds.EarlyHelpAssessment, start, null, earlyHelp.Hold(pupil));
        else if (pupil.Upn is null or CityPupil.NoUpn || way < 12)
            return;
        else if (way < 15)
            socialCare.Involve(socialCare.Hold(pupil), LeadKinds.SocialWorker, false, socialWorkers.Next(), start);
        else if (way < 17)
            earlyHelp.Involve(earlyHelp.Hold(pupil), LeadKinds.EarlyHelpWorker, true, earlyHelpWorkers.Next(), start, CityTerm.AsOf);
        else
            socialCare.Involve(socialCare.Hold(pupil), LeadKinds.SocialWorker, true, socialWorkers.Next(), start, start.AddDays(9));
    }
}
