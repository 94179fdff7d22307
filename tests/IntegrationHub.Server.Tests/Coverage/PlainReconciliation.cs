using IntegrationHub.Storage.Model;
using Contract = IntegrationHub.Contracts.Coverage.V1;

namespace IntegrationHub.Server.Tests.Coverage;

/// <summary>
/// The rules of the nightly reconciliation read plainly, child by child and session by session, without any of the hub's own rules: a
/// second opinion on all of it.
/// </summary>
internal sealed class PlainReconciliation(RandomCity city)
{
    private static readonly string[] Attended = ["/", "\\", "L", "B", "J"];
    private static readonly string[] Authorised = ["I", "C1"];
    private static readonly string[] Unauthorised = ["O", "U", "N", "G"];

    private readonly DateOnly _asOf = city.AsOf;

    public Contract.Coverage Coverage { get; } = new();

    /// <summary>Chronically absent children: class, attended and possible sessions.</summary>
    public SortedDictionary<long, (string Class, int Attended, int Possible)> ChronicallyAbsent { get; } = [];

    public HashSet<(long Pupil, string Kind)> Flags { get; } = [];

    public PlainReconciliation Read()
    {
        foreach (var pupil in city.Pupils)
        {
            var current = StaysOf(pupil).Where(x => x.EntryDate <= _asOf && (x.LeavingDate is null || x.LeavingDate >= _asOf)).ToList();
            if (current.Count > 0)
                Read(pupil, current);
        }
        if (Coverage.ChronicallyAbsent > 0)
        {
            Coverage.LaCoveragePercent = (double)Coverage.LaLeadAndPlan / Coverage.ChronicallyAbsent * 100;
            Coverage.AnyCoveragePercent = (double)Coverage.AnyLeadAndPlan / Coverage.ChronicallyAbsent * 100;
        }
        var bySchool = Coverage.EhcpBySchool.OrderBy(x => x.SchoolLaestab, StringComparer.Ordinal).ToList();
        Coverage.EhcpBySchool.Clear();
        Coverage.EhcpBySchool.AddRange(bySchool);
        return this;
    }

    private void Read(PupilRow pupil, List<EnrolmentRow> current)
    {
        var sessions = Sessions(pupil);
        var possible = sessions.Count(x => x.Attended || x.Absent);
        var attended = sessions.Count(x => x.Attended);
        var ofCompulsoryAge = pupil.DateOfBirth.Year <= 2011;
        var chronic = ofCompulsoryAge && sessions.Count > 0 && possible >= 20 && 2 * attended < possible;
        if (pupil.HomeAuthority != city.Authority)
        {
            Coverage.OtherAuthorityChildren++;
            if (chronic)
                ChronicallyAbsent[pupil.PupilId] = ("OTHER_AUTHORITY", attended, possible);
            Coverage.OtherAuthority += chronic ? 1 : 0;
            return;
        }
        Coverage.WithConflicts += sessions.Any(x => x.Conflict) ? 1 : 0;
        if (!ofCompulsoryAge)
        {
            Coverage.OutsideCompulsoryAge++;
            return;
        }
        Coverage.Children++;
        Coverage.NoMarks += sessions.Count == 0 ? 1 : 0;
        Coverage.TooFewSessions += sessions.Count > 0 && possible < 20 ? 1 : 0;
        if (chronic)
            Count(pupil, current, attended, possible);
    }

    private void Count(PupilRow pupil, List<EnrolmentRow> current, int attended, int possible)
    {
        var main = current.OrderBy(x => x.Status == EnrolmentStatus.Main ? 0 : 1).ThenByDescending(x => x.EntryDate).ThenBy(x => x.Laestab).ToList();
        var year = main.FirstOrDefault(x => x.YearGroup is not null)?.YearGroup;
        Coverage.ChronicallyAbsent++;
        Coverage.NeverAttended += attended == 0 ? 1 : 0;
        Coverage.Year6AndBelow += year <= 6 ? 1 : 0;
        Coverage.Year7AndAbove += year >= 7 ? 1 : 0;
        Coverage.YearNotKnown += year is null ? 1 : 0;
        if (current.Any(x => x.SenProvision == SenProvision.Ehcp))
            CountEhcp(main[0].Laestab);
        var answer = new PlainAnswers(city, pupil);
        if (pupil.Restricted || answer.Restricted)
        {
            Coverage.Restricted++;
            Coverage.WithoutLaLeadAndPlan++;
            ChronicallyAbsent[pupil.PupilId] = ("RESTRICTED", attended, possible);
            return;
        }
        var named = answer.ClassAndFlags();
        CountClass(named.Class);
        Coverage.AnyLeadAndPlan += answer.Lead == "NAMED" && answer.Plan == "OPEN" ? 1 : 0;
        Coverage.WithDisagreements += answer.Disagrees ? 1 : 0;
        ChronicallyAbsent[pupil.PupilId] = (named.Class, attended, possible);
        foreach (var kind in named.Flags)
            Flags.Add((pupil.PupilId, kind));
    }

    private void CountClass(string coverageClass)
    {
        Coverage.LaLeadAndPlan += coverageClass == "LA_LEAD_AND_PLAN" ? 1 : 0;
        Coverage.LaLeadNoPlan += coverageClass == "LA_LEAD_NO_PLAN" ? 1 : 0;
        Coverage.OtherLead += coverageClass == "OTHER_LEAD" ? 1 : 0;
        Coverage.TeamOnly += coverageClass == "TEAM_ONLY" ? 1 : 0;
        Coverage.None += coverageClass == "NONE" ? 1 : 0;
        Coverage.NotKnown += coverageClass == "NOT_KNOWN" ? 1 : 0;
        Coverage.WithoutLaLeadAndPlan += coverageClass == "LA_LEAD_AND_PLAN" ? 0 : 1;
    }

    private void CountEhcp(int laestab)
    {
        Coverage.WithEhcp++;
        var school = Coverage.EhcpBySchool.FirstOrDefault(x => x.SchoolLaestab == $"{laestab}");
        if (school is null)
            Coverage.EhcpBySchool.Add(school = new() { SchoolLaestab = $"{laestab}", SchoolName = $"School {laestab}" });
        school.Count++;
    }

    private List<(bool Attended, bool Absent, bool Conflict)> Sessions(PupilRow pupil)
    {
        var counting = StaysOf(pupil).ToHashSet();
        return [.. city.Marks
            .Where(x => counting.Contains(x.Enrolment) && x.Date >= new DateOnly(2021, 8, 1) && x.Date <= _asOf
                && x.Date >= x.Enrolment.EntryDate && (x.Enrolment.LeavingDate is null || x.Date <= x.Enrolment.LeavingDate))
            .GroupBy(x => (x.Date, x.Session))
            .Select(x => Session([.. x.Select(mark => mark.Code)]))];
    }

    private static (bool Attended, bool Absent, bool Conflict) Session(string[] codes)
    {
        var attended = codes.Count(Attended.Contains);
        var absent = codes.Count(x => Authorised.Contains(x) || Unauthorised.Contains(x));
        return (attended > 0, attended == 0 && absent > 0, attended + absent > 1);
    }

    private IEnumerable<EnrolmentRow> StaysOf(PupilRow pupil) =>
        city.Enrolments.Where(x => x.PupilId == pupil.PupilId && !x.Removed && x.Status != EnrolmentStatus.Guest);
}
