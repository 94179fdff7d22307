using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Casework;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Tests;

/// <summary>
/// Builds rows of a small authority, as the feeds would have left them, and writes them at once: children on rolls with marks in
/// their strips, sources with their loads, and who leads for whom.
/// </summary>
internal sealed class TestCity(TestHub hub, string authority = TestHub.Authority)
{
    public const int School = 8512001;
    public const int OtherSchool = 8514001;
    public const string SocialCare = "social-care";
    public const string EarlyHelp = "early-help";

    /// <summary>The last school day of autumn 2021, and the Monday on which its marks begin.</summary>
    public static readonly DateOnly EndOfTerm = new(2021, 12, 17);
    public static readonly DateOnly FirstMonday = new(2021, 9, 6);

    private static long _lastId = 1000;

    private readonly List<object> _rows = [];
    private readonly Dictionary<(long Enrolment, int Year), StripRow> _strips = [];

    public string Authority => authority;

    public void AddSchool(int laestab, string phase = "Primary") =>
        _rows.Add(new SchoolRow { Authority = authority, Laestab = laestab, Name = $"School {laestab}", Phase = phase });

    public PupilRow AddPupil(
        string surname = "Child", string forename = "Test", DateOnly? born = null, string? upn = null, string? home = null, bool restricted = false)
    {
        var pupil = new PupilRow
        {
            PupilId = NextId(),
            Authority = authority,
            Forename = forename,
            Surname = surname,
            DateOfBirth = born ?? new(2010, 5, 6),
            HomeAuthority = home ?? authority,
            Restricted = restricted,
        };
        _rows.Add(pupil);
        if (upn is not null)
            AddUpn(pupil, upn);
        return pupil;
    }

    public void AddUpn(PupilRow pupil, string upn, string scheme = IdentifierScheme.Upn, long? toPosition = null) => _rows.Add(new PupilIdentifierRow
    {
        Authority = authority,
        PupilId = pupil.PupilId,
        Scheme = scheme,
        Value = upn,
        Quality = "VALID",
        ToPosition = toPosition,
    });

    public EnrolmentRow Enrol(
        PupilRow pupil, int laestab = School, DateOnly? entry = null, DateOnly? leaving = null, EnrolmentStatus status = EnrolmentStatus.Main,
        int? year = 6, bool ehcp = false)
    {
        var enrolment = new EnrolmentRow
        {
            EnrolmentId = NextId(),
            Authority = authority,
            PupilId = pupil.PupilId,
            Laestab = laestab,
            MisPupilId = $"m{pupil.PupilId}",
            Status = status,
            EntryDate = entry ?? new(2019, 9, 1),
            LeavingDate = leaving,
            YearGroup = year,
            SenProvision = ehcp ? SenProvision.Ehcp : SenProvision.None,
        };
        _rows.Add(enrolment);
        return enrolment;
    }

    /// <summary>Marks sessions one after another, mornings and afternoons of weekdays, with codes set apart by spaces; "-" is none.</summary>
    public void Mark(EnrolmentRow enrolment, DateOnly from, string codes)
    {
        var date = from;
        var session = SchoolSession.Am;
        foreach (var code in codes.Split(' '))
        {
            if (code != "-")
                SetMark(enrolment, date, session, AttendanceCode.Parse(code));
            if (session == SchoolSession.Pm)
                date = date.AddDays(date.DayOfWeek == DayOfWeek.Friday ? 3 : 1);
            session = session == SchoolSession.Am ? SchoolSession.Pm : SchoolSession.Am;
        }
    }

    /// <summary>Marks so many sessions present and then so many absent, from the first Monday on.</summary>
    public void Attend(EnrolmentRow enrolment, int present, int absent) =>
        Mark(enrolment, FirstMonday, string.Join(' ', Enumerable.Repeat("/", present).Concat(Enumerable.Repeat("O", absent))));

    public void SetMark(EnrolmentRow enrolment, DateOnly date, SchoolSession session, AttendanceCode code)
    {
        var year = AcademicYear.FromDate(date);
        if (!_strips.TryGetValue((enrolment.EnrolmentId, year.StartYear), out var strip))
        {
            strip = new StripRow
            {
                Authority = authority,
                EnrolmentId = enrolment.EnrolmentId,
                AcademicYear = year.StartYear,
                Laestab = enrolment.Laestab,
                Codes = new byte[year.Slots],
            };
            _strips[(enrolment.EnrolmentId, year.StartYear)] = strip;
            _rows.Add(strip);
        }
        strip.Codes[year.SlotOf(date, session)] = code.Index;
    }

    /// <summary>A child in year 6 who attended 10 of 60 sessions.</summary>
    public PupilRow AddChronicallyAbsent(string surname = "Child", string forename = "Test", DateOnly? born = null, string? upn = null)
    {
        var pupil = AddPupil(surname, forename, born, upn);
        Attend(Enrol(pupil), present: 10, absent: 50);
        return pupil;
    }

    /// <summary>A source with a load of some date.</summary>
    public void AddSource(
        string sourceId, DateOnly? loaded = null, string leadKinds = "", bool required = true, bool carriesLeads = true, bool carriesPlans = true,
        int minAge = 0, int maxAge = 0)
    {
        _rows.Add(new CaseSourceRow
        {
            Authority = authority,
            SourceId = sourceId,
            SourceKind = "SOCIAL_CARE",
            Name = sourceId,
            CarriesLeads = carriesLeads,
            CarriesPlans = carriesPlans,
            IntervalDays = 1,
            LeadKinds = leadKinds,
            PlanKinds = "",
            MinAge = minAge,
            MaxAge = maxAge,
            Required = required,
        });
        if (loaded is { } date)
            AddLoad(sourceId, date);
    }

    public void AddLoad(string sourceId, DateOnly asOf, long position = 1) => _rows.Add(new SourceLoadRow
    {
        Authority = authority,
        SourceId = sourceId,
        Position = position,
        AsOfDate = asOf,
        ReceivedTime = DateTime.UnixEpoch,
        RecordCount = 1,
    });

    /// <summary>A child's record in a source, joined to a pupil or to none.</summary>
    public SourcePersonRow AddRecord(
        string sourceId, PupilRow? pupil, string surname = "Else", string forename = "Somebody", DateOnly? born = null, string? upn = null,
        bool restricted = false, bool closed = false)
    {
        var person = new SourcePersonRow
        {
            Authority = authority,
            SourceId = sourceId,
            SourcePersonId = $"c{NextId()}",
            Forename = forename,
            Surname = surname,
            DateOfBirth = born,
            Upn = upn,
            UpnQuality = upn is null ? null : "VALID",
            Restricted = restricted,
            ClosedPosition = closed ? 1 : null,
        };
        _rows.Add(person);
        if (pupil is not null)
        {
            _rows.Add(new MatchRow
            {
                Authority = authority,
                SourceId = sourceId,
                SourcePersonId = person.SourcePersonId,
                PupilId = pupil.PupilId,
                Rule = "UPN_AND_DATE_OF_BIRTH",
            });
        }
        return person;
    }

    public InvolvementRow AddLead(
        SourcePersonRow person, string? worker, string kind = LeadKinds.SocialWorker, string? team = null, DateOnly? start = null,
        DateOnly? end = null, bool lead = true)
    {
        var involvement = new InvolvementRow
        {
            Authority = authority,
            SourceId = person.SourceId,
            SourceInvolvementId = $"i{NextId()}",
            SourcePersonId = person.SourcePersonId,
            LeadKind = kind,
            Lead = lead,
            WorkerId = worker,
            TeamId = team,
            StartDate = start ?? new(2021, 10, 1),
            EndDate = end,
        };
        _rows.Add(involvement);
        return involvement;
    }

    public CasePlanRow AddPlan(string sourceId, string kind, DateOnly? start, DateOnly? end, params SourcePersonRow[] subjects)
    {
        var plan = new CasePlanRow
        {
            Authority = authority,
            SourceId = sourceId,
            SourcePlanId = $"p{NextId()}",
            PlanKind = kind,
            StartDate = start ?? new(2021, 10, 1),
            EndDate = end,
        };
        _rows.Add(plan);
        _rows.AddRange(subjects.Select(x => new CasePlanSubjectRow
        {
            Authority = authority,
            SourceId = sourceId,
            SourcePlanId = plan.SourcePlanId,
            SourcePersonId = x.SourcePersonId,
        }));
        return plan;
    }

    public void Add(object row) => _rows.Add(row);

    public async Task SaveAsync()
    {
        await hub.WriteAsync(context => context.AddRange(_rows));
        _rows.Clear();
        _strips.Clear();
    }

    private static long NextId() => Interlocked.Increment(ref _lastId);
}
