using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Casework;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Tests.Coverage;

/// <summary>A small authority made by chance, in which everything that can be odd is: kept as plain lists, and written to a hub.</summary>
internal sealed class RandomCity
{
    private static readonly string[] Upns = ["A851200119001", "B851200119002", "C851200119003"];
    private static readonly string[] Codes = ["/", "L", "B", "I", "C1", "O", "U", "D", "X", "#", "J"];
    private readonly Random _chance;
    private readonly TestCity _city;
    private readonly List<PupilRow> _withUpn = [];

    public RandomCity(TestHub hub, int seed, string authority)
    {
        _chance = new Random(seed);
        _city = new TestCity(hub, authority);
        _city.AddSchool(TestCity.School);
        _city.AddSchool(TestCity.OtherSchool);
        for (var i = _chance.Next(1, 7); i > 0; i--)
            AddPupil();
        for (var i = _chance.Next(0, 4); i > 0; i--)
            AddSource($"source-{i}");
        for (var i = _chance.Next(0, 8) * Sources.Count; i > 0; i--)
            AddRecord(One(Sources));
        AddCases(_chance.Next(0, 4 * Records.Count));
    }

    public DateOnly AsOf { get; private set; } = TestCity.EndOfTerm;

    public string Authority => _city.Authority;

    public List<PupilRow> Pupils { get; } = [];

    public List<EnrolmentRow> Enrolments { get; } = [];

    public List<(EnrolmentRow Enrolment, DateOnly Date, SchoolSession Session, string Code)> Marks { get; } = [];

    public List<(string Id, DateOnly? Loaded, string LeadKinds, bool Required, bool Leads, bool Plans, int MaxAge)> Sources { get; } = [];

    public List<(SourcePersonRow Row, PupilRow? Pupil)> Records { get; } = [];

    public List<InvolvementRow> Involvements { get; } = [];

    public List<(CasePlanRow Row, SourcePersonRow[] Subjects)> Plans { get; } = [];

    public List<(PupilRow Pupil, string Upn)> PupilUpns { get; } = [];

    public Task SaveAsync() => _city.SaveAsync();

    /// <summary>A day passes; cases are opened, and sources that sent nothing grow old.</summary>
    public void NextDay()
    {
        AsOf = AsOf.AddDays(1);
        AddCases(_chance.Next(0, 4));
    }

    private void AddPupil()
    {
        var pupil = _city.AddPupil(
            One("Okafor", "Smith"), One("Ada", "Ben"), One(new DateOnly(2010, 5, 6), new(2010, 5, 6), new(2011, 7, 8), new(2018, 1, 2)),
            upn: null, Maybe(0.15) ? "999" : null, Maybe(0.1));
        Pupils.Add(pupil);
        if (Maybe(0.5) && _withUpn.Count < Upns.Length)
        {
            _withUpn.Add(pupil);
            var upn = Upns[_withUpn.Count - 1];
            _city.AddUpn(pupil, upn, Maybe(0.3) ? IdentifierScheme.FormerUpn : IdentifierScheme.Upn, Maybe(0.2) ? 5 : null);
            PupilUpns.Add((pupil, upn));
        }
        var presence = _chance.NextDouble();
        foreach (var entry in new[] { new DateOnly(2019, 9, 1), new(2021, 11, 29), new(2021, 12, 6) }.Where(_ => Maybe(0.6)))
            AddStay(pupil, entry, presence);
    }

    private void AddStay(PupilRow pupil, DateOnly entry, double presence)
    {
        var enrolment = _city.Enrol(
            pupil, One(TestCity.School, TestCity.OtherSchool), entry, Maybe(0.3) ? entry.AddDays(_chance.Next(0, 900)) : null,
            One(EnrolmentStatus.Main, EnrolmentStatus.Main, EnrolmentStatus.Subsidiary, EnrolmentStatus.Guest), One<int?>(null, -1, 6, 7), Maybe(0.4));
        enrolment.Removed = Maybe(0.1);
        Enrolments.Add(enrolment);
        if (Maybe(0.1))
            return;
        for (var date = new DateOnly(2021, 11, 25); date <= AsOf.AddDays(3); date = date.AddDays(1))
        {
            foreach (var session in Enum.GetValues<SchoolSession>().Where(_ => Maybe(0.8)))
            {
                var code = Maybe(0.2) ? One(Codes) : Maybe(presence) ? "/" : "O";
                _city.SetMark(enrolment, date, session, AttendanceCode.Parse(code));
                Marks.Add((enrolment, date, session, code));
            }
        }
    }

    private void AddSource(string id)
    {
        var loaded = One<DateOnly?>(AsOf, AsOf, AsOf, AsOf.AddDays(-2), AsOf.AddDays(-3), null);
        var source = (id, loaded, One("", "", LeadKinds.School), Maybe(0.7), Maybe(0.85), Maybe(0.85), One(0, 0, 0, 10));
        Sources.Add(source);
        _city.AddSource(id, loaded, source.Item3, source.Item4, source.Item5, source.Item6, maxAge: source.Item7);
    }

    private void AddRecord((string Id, DateOnly?, string, bool, bool, bool, int) source)
    {
        var pupil = Maybe(0.75) ? One(Pupils) : null;
        var record = _city.AddRecord(
            source.Id, pupil, One("Okafor", "Other", ""), One("Ada", "Other"), One<DateOnly?>(null, new(2010, 5, 6), new(1999, 1, 1)),
            Maybe(0.3) ? One(Upns) : null, Maybe(0.05), Maybe(0.1));
        Records.Add((record, pupil));
    }

    private void AddCases(int count)
    {
        for (var i = 0; i < count && Records.Count > 0; i++)
        {
            var record = One(Records).Row;
            if (Maybe(0.6))
                AddLead(record);
            else
                AddPlan(record);
        }
    }

    private void AddLead(SourcePersonRow record)
    {
        var lead = _city.AddLead(
            record, One("w1", "w1", "w2", "SSD_PH", "t1", null, ""), One([.. LeadKinds.All.Select(x => x.Code), "SOCIAL_WORKER", "SOCIAL_WORKER"]),
            One("t1", null), AsOf.AddDays(-_chance.Next(-1, 250)), Maybe(0.4) ? AsOf.AddDays(_chance.Next(-3, 60)) : null, Maybe(0.85));
        if (Maybe(0.1))
            lead.ClosedPosition = 1;
        Involvements.Add(lead);
    }

    private void AddPlan(SourcePersonRow record)
    {
        var family = Records.Select(x => x.Row).Where(x => x.SourceId == record.SourceId && x != record && Maybe(0.3));
        SourcePersonRow[] subjects = [record, .. family];
        var plan = _city.AddPlan(
            record.SourceId, One([.. PlanKinds.All.Select(x => x.Code)]), AsOf.AddDays(-_chance.Next(-1, 200)),
            Maybe(0.3) ? AsOf.AddDays(_chance.Next(-2, 50)) : null, subjects);
        if (Maybe(0.1))
            plan.ClosedPosition = 1;
        Plans.Add((plan, subjects));
    }

    private bool Maybe(double probability) => _chance.NextDouble() < probability;

    private T One<T>(params IReadOnlyList<T> values) => values[_chance.Next(values.Count)];
}
