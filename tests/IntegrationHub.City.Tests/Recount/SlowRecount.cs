using IntegrationHub.City.Streaming;
using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Contracts.Coverage.V1;
using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Contracts.Type.V1;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Casework;
using IntegrationHub.Domain.Coverage;
using IntegrationHub.Domain.Identity;
using DomainSession = IntegrationHub.Domain.Attendance.SchoolSession;

namespace IntegrationHub.City.Tests.Recount;

/// <summary>Counts a load as a hub would, from the messages alone and without haste: nothing of the plan's decisions is looked at.</summary>
internal sealed class SlowRecount
{
    private static readonly DateOnly AsOf = new(2021, 12, 17);
    private static readonly AcademicYear Year = AcademicYear.FromDate(AsOf);

    private readonly Dictionary<string, School> _schools;
    private readonly Dictionary<string, RolledChild> _children = [];
    private readonly Dictionary<(string School, string Mis), string> _byMis = [];
    private readonly Dictionary<(string School, string Key), (byte Code, long Time)[]> _marks = [];
    private readonly List<CaseSourceRecount> _sources = [];

    public SlowRecount(CityLoad load)
    {
        _schools = load.Schools.Schools.ToDictionary(school => school.Urn);
        foreach (RollSubmission roll in load.Rolls.SelectMany(feed => feed.From(0)))
            Take(roll);
        foreach (RegisterSubmission register in load.Registers.SelectMany(feed => feed.From(0)))
            Take(register);
        foreach (CityFeed<CaseSubmission> feed in load.Cases)
            _sources.Add(new CaseSourceRecount(load.Sources!.Sources.Single(source => source.SourceId == feed.System), feed.From(0)));
    }

    public long MarkCount { get; private set; }

    public int ChildCount => _children.Count;

    public SortedDictionary<string, long> SessionsByCode { get; } = new(StringComparer.Ordinal);

    public IReadOnlyCollection<RolledChild> Children => _children.Values;

    public IReadOnlyList<ChildResult> Results { get; private set; } = [];

    public IReadOnlyList<CaseSourceRecount> Sources => _sources;

    public Coverage Count()
    {
        List<ChildEvidence> evidence = [.. _children.Values.Select(EvidenceOf).OfType<ChildEvidence>()];
        ChildResult[] results = [.. evidence.Select(child => ChildJudgement.Judge(child, AsOf, ReconciliationSettings.Default))];
        CoverageSummary summary = CoverageSummary.Of(results);
        Results = results;
        Coverage coverage = new()
        {
            ChronicallyAbsent = summary.ChronicallyAbsent,
            LaLeadAndPlan = summary.ByClass[CoverageClass.LaLeadAndPlan],
            LaLeadNoPlan = summary.ByClass[CoverageClass.LaLeadNoPlan],
            OtherLead = summary.ByClass[CoverageClass.OtherLead],
            TeamOnly = summary.ByClass[CoverageClass.TeamOnly],
            None = summary.ByClass[CoverageClass.None],
            NotKnown = summary.ByClass[CoverageClass.NotKnown],
            Restricted = summary.ByClass[CoverageClass.Restricted],
            WithoutLaLeadAndPlan = summary.Without,
            AnyLeadAndPlan = summary.AnyNamedLeadAndPlan.Numerator,
            LaCoveragePercent = summary.LaLeadAndPlan.Rate!.Value,
            AnyCoveragePercent = summary.AnyNamedLeadAndPlan.Rate!.Value,
            NeverAttended = summary.NotInSchoolAtAll,
            WithEhcp = summary.WithEhcp,
            Year6AndBelow = summary.Year6AndBelow,
            Year7AndAbove = summary.Year7AndAbove,
            YearNotKnown = summary.YearGroupUnknown,
            TooFewSessions = summary.TooFewSessions,
            NoMarks = summary.NoMarks,
            OtherAuthority = summary.OfAnotherAuthorityChronicallyAbsent,
            WithConflicts = summary.WithAttendanceConflicts,
            Children = summary.Children - summary.OutsideCompulsoryAge,
            OutsideCompulsoryAge = summary.OutsideCompulsoryAge,
            OtherAuthorityChildren = summary.OfAnotherAuthority,
            WithDisagreements = evidence.Zip(results).Count(child =>
                child.Second is { IsChronicallyAbsent: true, IsOfHomeAuthority: true, Restricted: false } && child.First.Answer!.Disagreements.Count > 0),
        };
        coverage.EhcpBySchool.Add(summary.WithEhcpBySchool.Select(school => new SchoolEhcpCount { SchoolLaestab = school.Key.ToString(), Count = school.Value }));
        return coverage;
    }

    private void Take(RollSubmission roll)
    {
        foreach (RollRecord record in roll.Records?.Records ?? [])
        {
            string key = record.Upn.Length > 0 ? record.Upn : $"{roll.SchoolUrn}/{record.MisPupilId}";
            _byMis.Add((roll.SchoolUrn, record.MisPupilId), key);
            if (!_children.TryGetValue(key, out RolledChild? child))
                _children.Add(key, child = new RolledChild(key));
            child.Enrolments.Add((roll.SchoolUrn, record));
        }
    }

    private void Take(RegisterSubmission register)
    {
        int slot = Year.SlotOf(ToDate(register.SessionDate), register.Session == Contracts.Registers.V1.SchoolSession.Am ? DomainSession.Am : DomainSession.Pm);
        foreach (RegisterMark mark in register.Marks)
        {
            MarkCount++;
            string key = mark.PupilCase == RegisterMark.PupilOneofCase.Upn ? mark.Upn : _byMis[(register.SchoolUrn, mark.MisPupilId)];
            if (!_marks.TryGetValue((register.SchoolUrn, key), out (byte Code, long Time)[]? strip))
                _marks.Add((register.SchoolUrn, key), strip = new (byte, long)[Year.Slots]);
            long time = mark.RecordTime.ToDateTime().Ticks;
            if (time >= strip[slot].Time)
                strip[slot] = (AttendanceCode.Parse(mark.Code).Index, time);
        }
    }

    private ChildEvidence? EvidenceOf(RolledChild child)
    {
        (string SchoolUrn, RollRecord Record)[] now = [.. child.Enrolments.Where(enrolment => IsOnRoll(enrolment.Record))];
        if (now.Length == 0)
            return null;

        (string urn, RollRecord record) = now.First(enrolment => enrolment.Record.EnrolmentStatus == EnrolmentStatus.Main);
        ChildAttendance attendance = ChildAttendance.Merge([.. child.Enrolments.Select(enrolment => MarksOf(child, enrolment.SchoolUrn, enrolment.Record))]);
        return new ChildEvidence
        {
            PupilId = 0,
            MainSchool = Laestab.Parse(_schools[urn].Laestab),
            DateOfBirth = ToDate(record.DateOfBirth),
            YearGroup = record.YearGroup,
            HasEhcp = record.SenProvision == SenProvision.Ehcp,
            Restricted = record.Restricted,
            IsOfHomeAuthority = record.HomeAuthority is "" or "851",
            Attendance = attendance,
            Answer = CombinedAnswer.Of([.. _sources.Select(source => source.Answer(record))]),
        };
    }

    private EnrolmentMarks MarksOf(RolledChild child, string urn, RollRecord record)
    {
        (byte Code, long Time)[] strip = _marks.GetValueOrDefault((urn, child.Key)) ?? new (byte, long)[Year.Slots];
        byte[] codes = [.. strip.Select(mark => mark.Code)];
        foreach (byte code in codes.Where(code => code != AttendanceCode.NotMarkedIndex))
        {
            string value = AttendanceCode.FromIndex(code).Value;
            SessionsByCode[value] = SessionsByCode.GetValueOrDefault(value) + 1;
        }

        return EnrolmentMarks.Between(
            Year, Laestab.Parse(_schools[urn].Laestab), codes, ToDate(record.EntryDate), record.LeavingDate is { } leaving ? ToDate(leaving) : null);
    }

    private static bool IsOnRoll(RollRecord record) =>
        ToDate(record.EntryDate) <= AsOf && (record.LeavingDate is null || ToDate(record.LeavingDate) >= AsOf);

    public static DateOnly ToDate(Date date) => new(date.Year, date.Month, date.Day);
}
