using IntegrationHub.City.Names;
using IntegrationHub.City.Planning;
using IntegrationHub.Domain.Casework;

namespace IntegrationHub.City.Casework;

/// <summary>Fills the city's two case systems: the caseload any city has, then the records that make each chronically absent child's class.</summary>
internal sealed class CasePlanner
{
    private const double Caseload = 0.06;

    // Below this, one team without a person among a handful of leads would make a source look half filled.
    private const int LeastPupilsForDutyDesks = 4_000;

    private readonly CityOptions _options;
    private readonly CaseBook _socialCare = new("SC");
    private readonly CaseBook _earlyHelp = new("EH");
    private readonly CaseStaff _socialWorkers;
    private readonly CaseStaff _earlyHelpWorkers;
    private readonly List<string> _families = [];
    private CityRandom _random;

    private CasePlanner(CityOptions options)
    {
        _options = options;
        _random = new CityRandom(options.Seed, CityStream.Cases);
        _socialWorkers = new CaseStaff(
            options, 0, "SW", ["Assessment North", "Assessment South", "Family Safeguarding 1", "Family Safeguarding 2", "Children Looked After"], options.Pupils / 400);
        _earlyHelpWorkers = new CaseStaff(options, 1, "EHW", ["Early Help North", "Early Help Central", "Early Help South"], options.Pupils / 600);
    }

    /// <summary>The two books, social care first.</summary>
    public static (CaseBook SocialCare, CaseBook EarlyHelp) Plan(IReadOnlyList<CityPupil> pupils, CityOptions options)
    {
        CasePlanner planner = new(options);
        planner.EnterCaseload(pupils);
        planner.EnterStrangers(pupils);
        ChronicCases cases = new(planner._socialCare, planner._earlyHelp, planner._socialWorkers, planner._earlyHelpWorkers, planner._families);
        int number = 0;
        foreach (CityPupil pupil in pupils.Where(pupil => pupil.Class is not null))
            cases.Enter(pupil, number++, ref planner._random);
        return (planner._socialCare, planner._earlyHelp);
    }

    private void EnterCaseload(IReadOnlyList<CityPupil> pupils)
    {
        foreach (CityPupil pupil in pupils)
        {
            bool held = _random.Chance(Caseload) || (pupil.Restricted && _random.Chance(0.5));
            if (!held || pupil.Class is not null || pupil.LivesElsewhere || pupil.Upn is null or CityPupil.NoUpn)
                continue;
            if (_random.Chance(0.4))
                EnterInSocialCare(pupil);
            else
                EnterInEarlyHelp(pupil);
        }
    }

    private void EnterInSocialCare(CityPupil pupil)
    {
        string child = _socialCare.Hold(pupil);
        CaseWorker worker = _socialWorkers.Next();
        DateOnly start = CaseDates.Before(CityTerm.AsOf, 10, 500, ref _random);
        _socialCare.Involve(child, LeadKinds.SocialWorker, true, worker, start);
        if (_random.Chance(0.3))
            _socialCare.Involve(child, LeadKinds.SocialWorker, false, _socialWorkers.Next(), start, CaseDates.Before(CityTerm.AsOf, 1, 9, ref _random));
        if (_random.Chance(0.9))
            _socialCare.Plan(ChronicCases.SocialCarePlan(ref _random), start, null, child);
    }

    private void EnterInEarlyHelp(CityPupil pupil)
    {
        string? sibling = _random.Chance(0.2) && _families.Count > 0 ? _families[^1] : null;
        string child = _earlyHelp.Hold(pupil);
        _families.Add(child);
        bool school = _random.Chance(0.35);
        CaseWorker worker = school ? ChronicCases.SchoolLead(pupil) : _earlyHelpWorkers.Next();
        bool dutyDesk = !school && _options.Pupils >= LeastPupilsForDutyDesks && _random.Chance(0.06);
        DateOnly start = CaseDates.Before(CityTerm.AsOf, 10, 200, ref _random);
        _earlyHelp.Involve(child, school ? LeadKinds.School : LeadKinds.EarlyHelpWorker, true, dutyDesk ? worker.TeamAlone : worker, start);
        if (_random.Chance(0.92))
            _earlyHelp.Plan(school ? PlanKinds.FamilySupportPlan : PlanKinds.EarlyHelpAssessment, start, null, sibling is null ? [child] : [sibling, child]);
    }

    /// <summary>Children on no roll of the city, and some whose record does not carry the number it should.</summary>
    private void EnterStrangers(IReadOnlyList<CityPupil> pupils)
    {
        for (int left = Math.Max(1, _options.Pupils / 700); left > 0; left--)
        {
            NameGroup group = PersonNames.Group(_random.NextInt(100));
            bool young = _random.Chance(0.7);

            // Too young or too old for years 1 to 11, so that none of them could be a child on the list.
            DateOnly birth = young ? new DateOnly(2018, 1, 1).AddDays(_random.NextInt(900)) : new DateOnly(2004, 9, 1).AddDays(_random.NextInt(350));
            CaseBook book = _random.Chance(0.5) ? _socialCare : _earlyHelp;
            string child = book.Enter(_random.Pick(group.Girls), _random.Pick(group.Surnames), birth, "F");
            Lead(book, child);
        }

        HashSet<DateOnly> taken = [.. pupils.Where(pupil => pupil.Class is not null).SelectMany(pupil => CaseDates.MistakenFor(pupil.DateOfBirth))];
        PupilPool pool = new(pupils.Where(pupil => pupil.Class is null && !pupil.LivesElsewhere && !taken.Contains(pupil.DateOfBirth)), ref _random);
        foreach (CityPupil pupil in pool.Take(Math.Max(1, _options.Pupils / 3_000), _ => true))
            Lead(_socialCare, _socialCare.Enter(pupil, "UN3"));
    }

    private void Lead(CaseBook book, string child)
    {
        DateOnly start = CaseDates.Before(CityTerm.AsOf, 10, 150, ref _random);
        if (book == _socialCare)
            book.Involve(child, LeadKinds.SocialWorker, true, _socialWorkers.Next(), start);
        else
            book.Involve(child, LeadKinds.EarlyHelpWorker, true, _earlyHelpWorkers.Next(), start);
    }
}
