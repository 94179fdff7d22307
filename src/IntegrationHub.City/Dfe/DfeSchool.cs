using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using IntegrationHub.City.Names;
using IntegrationHub.City.Planning;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Identity;
using IntegrationHub.Domain.Published;
using SchoolSession = IntegrationHub.Contracts.Registers.V1.SchoolSession;

namespace IntegrationHub.City.Dfe;

/// <summary>One invented school of a published day: every so-manieth of its phase's pupils.</summary>
internal sealed class DfeSchool(int la, int index, PublishedRow row, int schools, int number, DfeMarks marks, string name)
{
    private const int FirstUrn = 980_001;
    private const int RecordsAtATime = 100;
    private const int PupilsInARegister = 30;

    private readonly Laestab _laestab = new(la, CityNumbers.FirstEstablishment + index);
    private readonly string _urn = new Urn(FirstUrn + index).ToString();

    public int Index => index;

    public int Pupils => CountOf(marks.Pupils);

    public int RollParts => 2 + ((Pupils + RecordsAtATime - 1) / RecordsAtATime);

    public int RegisterCount => RegistersOf(CountOf(marks.Morning.Length)) + RegistersOf(CountOf(marks.Afternoon.Length));

    public long MarkCount => CountOf(marks.Morning.Length) + CountOf(marks.Afternoon.Length);

    public School ToContract() => new() { Urn = _urn, Laestab = _laestab.ToString(), DisplayName = name, Phase = row.Phase };

    public IEnumerable<RollSubmission> Roll(CityIds ids, DateOnly date)
    {
        string snapshot = ids.Of($"roll|{_urn}");
        yield return Part(0, part => part.SnapshotBegin = new SnapshotBegin { SnapshotId = snapshot, AsOfDate = date.ToContract() });
        for (int first = 0; first < Pupils; first += RecordsAtATime)
        {
            RollRecords records = new() { SnapshotId = snapshot };
            for (int pupil = first; pupil < Math.Min(Pupils, first + RecordsAtATime); pupil++)
                records.Records.Add(ToRecord(pupil, date));
            yield return Part(1 + (first / RecordsAtATime), part => part.Records = records);
        }

        yield return Part(RollParts - 1, part => part.SnapshotEnd = new SnapshotEnd { SnapshotId = snapshot, RecordCount = Pupils });

        RollSubmission Part(int part, Action<RollSubmission> fill)
        {
            RollSubmission submission = new() { SubmissionId = ids.Of($"roll|{_urn}|{part}"), SchoolUrn = _urn };
            fill(submission);
            return submission;
        }
    }

    public IEnumerable<RegisterSubmission> Registers(CityIds ids, DateOnly date) =>
        [.. SessionOf(ids, date, SchoolSession.Am, marks.Morning), .. SessionOf(ids, date, SchoolSession.Pm, marks.Afternoon)];

    // The figures are of September, when the clock is an hour ahead of universal time.
    private IEnumerable<RegisterSubmission> SessionOf(CityIds ids, DateOnly date, SchoolSession session, ReadOnlyMemory<byte> codes)
    {
        Timestamp taken = date.ToDateTime(new TimeOnly(session == SchoolSession.Am ? 7 : 12, 55), DateTimeKind.Utc).ToContract();
        int count = CountOf(codes.Length);
        for (int first = 0; first < count; first += PupilsInARegister)
        {
            RegisterSubmission register = new()
            {
                SubmissionId = ids.Of(string.Create(CultureInfo.InvariantCulture, $"register|{_urn}|{session}|{first}")),
                SchoolUrn = _urn,
                SessionDate = date.ToContract(),
                Session = session,
                RegisterGroup = string.Create(CultureInfo.InvariantCulture, $"Group {1 + (first / PupilsInARegister)}"),
            };
            for (int pupil = first; pupil < Math.Min(count, first + PupilsInARegister); pupil++)
                register.Marks.Add(new RegisterMark { Upn = UpnOf(pupil), Code = CodeOf(codes, pupil), RecordTime = taken });
            yield return register;
        }
    }

    private RollRecord ToRecord(int pupil, DateOnly date)
    {
        CityRandom random = new(date.DayNumber, CityStream.Person, (index * 100_000L) + pupil);
        NameGroup group = PersonNames.Group(random.NextInt(100));
        bool girl = random.Chance(0.49);
        int year = YearOf(pupil);
        return new RollRecord
        {
            MisPupilId = string.Create(CultureInfo.InvariantCulture, $"P{pupil + 1:00000}"),
            Upn = UpnOf(pupil),
            Forename = random.Pick(girl ? group.Girls : group.Boys),
            Surname = random.Pick(group.Surnames),
            DateOfBirth = new DateOnly(date.Year - 5 - year, 9, 1).AddDays(random.NextInt(365)).ToContract(),
            Sex = girl ? "F" : "M",
            EnrolmentStatus = EnrolmentStatus.Main,
            EntryDate = new DateOnly(date.Year, 9, 1).ToContract(),
            YearGroup = year,
            SenProvision = row.Phase == "Special" ? SenProvision.Ehcp : SenProvision.None,
        };
    }

    private int YearOf(int pupil) => row.Phase switch
    {
        "Primary" => 1 + (pupil % 6),
        "Secondary" => 7 + (pupil % 5),
        _ => 1 + (pupil % 11),
    };

    // The serial's three digits are too few for a large school; the year of issue makes room for the rest.
    private string UpnOf(int pupil) => Upn.Create(la, _laestab.Establishment, 10 + (pupil / 999), 1 + (pupil % 999)).Value;

    private string CodeOf(ReadOnlyMemory<byte> codes, int pupil) => AttendanceCode.FromIndex(codes.Span[(pupil * schools) + number]).Value;

    private int CountOf(int inPhase) => (inPhase - number + schools - 1) / schools;

    private static int RegistersOf(int pupils) => (pupils + PupilsInARegister - 1) / PupilsInARegister;
}
