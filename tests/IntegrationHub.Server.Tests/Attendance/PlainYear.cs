using Google.Protobuf.WellKnownTypes;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Server.Tests.Roll;
using SchoolSession = IntegrationHub.Contracts.Registers.V1.SchoolSession;

namespace IntegrationHub.Server.Tests.Attendance;

/// <summary>
/// Some days of four children at two schools, as a plain list of everything that was ever said of them, and what follows from it by the
/// plainest reading: of all that one school said of one session, what was made last counts, on the days of the stay.
/// </summary>
internal sealed class PlainYear
{
    public const int Children = 4;
    private static readonly string[] Codes = ["/", "\\", "L", "I", "M", "N", "O", "U", "G", "V", "D", "#", "Y1", "C2"];
    private static readonly (int Urn, int Laestab)[] Schools = [(RollBuilder.NorthUrn, RollBuilder.North), (RollBuilder.SouthUrn, RollBuilder.South)];

    private readonly List<Said> _said = [];
    private readonly List<PlainStay> _stays = [];

    public PlainYear(Random random)
    {
        Days = [.. Enumerable.Range(0, 5).Select(new DateOnly(2024, 2, 27).AddDays), .. Enumerable.Range(0, 4).Select(new DateOnly(2024, 7, 30).AddDays)];
        for (var child = 1; child <= Children; child++)
            Enrol(child, random);
        for (var i = 0; i < 160; i++)
            _said.Add(Say(random, i));
    }

    /// <summary>Leap day among them, and both sides of 1 August.</summary>
    public DateOnly[] Days { get; }

    public Contracts.Attendance.V1.AttendanceWindow Window => new() { StartDate = RollBuilder.Date(Days[0]), EndDate = RollBuilder.Date(Days[^1]) };

    /// <summary>All of the rolls as they end up.</summary>
    public IEnumerable<(int Urn, RollRecord Record)> Rolls() => _stays.Select(x => (Schools[x.School].Urn, x.ToRecord(withUpn: true)));

    /// <summary>South's records before anybody told it a UPN: children who are somebody else until then.</summary>
    public IEnumerable<(int Urn, RollRecord Record)> RollsWithoutUpns() =>
        _stays.Where(x => x.School == 1).Select(x => (Schools[1].Urn, x.ToRecord(withUpn: false)));

    /// <summary>Everything said, in registers of a school's session each, in some order and in batches of some size.</summary>
    public List<RegisterSubmission> Registers(Random order)
    {
        var registers = new List<RegisterSubmission>();
        foreach (var session in _said.GroupBy(x => (x.School, x.Date, x.Session)))
        {
            var marks = session.OrderBy(_ => order.Next()).ToList();
            while (marks.Count > 0)
            {
                var some = marks.Take(order.Next(1, 5)).ToList();
                marks.RemoveRange(0, some.Count);
                registers.Add(ToRegister(session.Key, some));
            }
        }
        return [.. registers.OrderBy(_ => order.Next())];
    }

    /// <summary>What counts: the child's marks at each school on the days of the stay.</summary>
    public List<(DateOnly Date, int Session, string Laestab, string Code)> Marks(int child) =>
    [
        .. from said in _said
           where said.Child == child && _stays.Exists(x => x.Child == child && x.School == said.School && x.Includes(said.Date))
           group said by (said.Date, said.Session, said.School) into session
           let last = session.MaxBy(x => x.Minute)!
           where last.Code.Length > 0
           orderby last.Date, last.Session, last.School
           select (last.Date, last.Session, $"{Schools[last.School].Laestab}", last.Code),
    ];

    /// <summary>Possible and attended sessions of the child, each session once and in the child's favour.</summary>
    public (long Possible, long Attended) Count(int child)
    {
        var (possible, attended) = (0L, 0L);
        foreach (var session in Marks(child).GroupBy(x => (x.Date, x.Session)))
        {
            var codes = session.Select(x => AttendanceCode.Parse(x.Code)).ToList();
            possible += codes.Exists(x => x.IsPossible) ? 1 : 0;
            attended += codes.Exists(x => x.IsAttended) ? 1 : 0;
        }
        return (possible, attended);
    }

    private void Enrol(int child, Random random)
    {
        var kind = random.Next(4);
        var moves = Days[random.Next(1, Days.Length)];
        if (kind != 1)
            _stays.Add(new(child, 0, RollBuilder.Entry, kind == 2 ? moves.AddDays(-1) : null));
        if (kind != 0)
            _stays.Add(new(child, 1, kind == 2 ? moves : RollBuilder.Entry, null));
    }

    private Said Say(Random random, int minute) => new(
        random.Next(1, Children + 1), random.Next(2), Days[random.Next(Days.Length)], random.Next(1, 3),
        random.Next(12) == 0 ? "" : Codes[random.Next(Codes.Length)], minute);

    private static RegisterSubmission ToRegister((int School, DateOnly Date, int Session) session, IEnumerable<Said> said) => new()
    {
        SubmissionId = Guid.NewGuid().ToString(),
        SchoolUrn = $"{Schools[session.School].Urn}",
        SessionDate = RollBuilder.Date(session.Date),
        Session = (SchoolSession)session.Session,
        Marks = { said.Select(x => x.ToMark()) },
    };

    private sealed record Said(int Child, int School, DateOnly Date, int Session, string Code, int Minute)
    {
        public RegisterMark ToMark() => new()
        {
            MisPupilId = MisId(Child, School),
            Code = Code,
            Withdrawn = Code.Length == 0,
            RecordTime = Timestamp.FromDateTime(new DateTime(2024, 8, 20, 9, 0, 0, DateTimeKind.Utc).AddMinutes(Minute)),
        };
    }

    private sealed record PlainStay(int Child, int School, DateOnly Entry, DateOnly? Leaving)
    {
        public bool Includes(DateOnly date) => date >= Entry && !(date > Leaving);

        public RollRecord ToRecord(bool withUpn) => RollBuilder.Record(
            MisId(Child, School), withUpn ? RollBuilder.Upn(Child) : "", RollBuilder.Born.AddDays(Child), Entry, Leaving);
    }

    private static string MisId(int child, int school) => $"{(school == 0 ? 'n' : 's')}{child}";
}
