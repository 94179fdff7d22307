using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Rows;

namespace IntegrationHub.Cli.Bench;

/// <summary>
/// A town of any size for benchmarks: pupils at schools of four hundred with an autumn term of marks, written straight into the hub's
/// tables. The same seed and size give the same marks. It holds nobody: names are numbers.
/// </summary>
internal sealed class BenchTown(int pupils, int seed)
{
    public const string Authority = "851";
    private const int PupilsOfASchool = 400;
    private static readonly DateOnly HalfTermStart = new(2025, 10, 27), HalfTermEnd = new(2025, 10, 31);
    private static readonly byte Am = AttendanceCode.Parse("/").Index, Pm = AttendanceCode.Parse("\\").Index;
    private static readonly byte[] Others = [.. new[] { "I", "I", "I", "L", "O", "M", "N", "G", "C", "V" }.Select(x => AttendanceCode.Parse(x).Index)];

    public static AcademicYear Year { get; } = new(2025);

    public static DateOnly TermStart { get; } = new(2025, 9, 1);

    public static DateOnly TermEnd { get; } = new(2025, 12, 19);

    public int Pupils => pupils;

    public int Schools { get; } = (pupils + PupilsOfASchool - 1) / PupilsOfASchool;

    /// <summary>The slots of the term's sessions in a strip.</summary>
    public static int[] Sessions { get; } =
    [
        .. Enumerable.Range(0, TermEnd.DayNumber - TermStart.DayNumber + 1)
            .Select(TermStart.AddDays)
            .Where(x => x.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !(x >= HalfTermStart && x <= HalfTermEnd))
            .SelectMany(x => new[] { Year.SlotOf(x, SchoolSession.Am), Year.SlotOf(x, SchoolSession.Pm) }),
    ];

    public static int LaestabOf(int school) => 851_0001 + school;

    public static int SchoolOf(int pupil) => pupil / PupilsOfASchool;

    /// <summary>A pupil's strip: about 93 % attended.</summary>
    public byte[] StripOf(int pupil)
    {
        var random = new Random(HashCode.Combine(seed, pupil));
        var codes = new byte[Year.Slots];
        foreach (var slot in Sessions)
            codes[slot] = random.Next(100) < 91 ? ((slot & 1) == 0 ? Am : Pm) : Others[random.Next(Others.Length)];
        return codes;
    }

    /// <summary>Writes the town into an empty hub.</summary>
    /// <param name="written">Told how many pupils are in, after each school.</param>
    public async Task WriteAsync(HubDatabase database, Action<int> written, CancellationToken cancellationToken)
    {
        for (var school = 0; school < Schools; school++)
        {
            var first = school * PupilsOfASchool;
            var count = Math.Min(PupilsOfASchool, pupils - first);
            await using var transaction = await database.BeginWriteAsync(cancellationToken);
            var rows = new RowWriter(transaction.Context);
            rows.Insert([NewSchool(school)]);
            var children = Enumerable.Range(first, count).Select(NewPupil).ToList();
            rows.Insert(children);
            var stays = children.ConvertAll(x => NewStay(x, LaestabOf(school)));
            rows.Insert(stays);
            rows.Insert(stays.Select((stay, i) => NewStrip(stay, StripOf(first + i))));
            await transaction.CommitAsync(cancellationToken);
            written(first + count);
        }
    }

    private static SchoolRow NewSchool(int school) =>
        new() { Authority = Authority, Laestab = LaestabOf(school), Name = $"School {school}", Phase = school % 5 == 0 ? "Secondary" : "Primary" };

    private static PupilRow NewPupil(int pupil) => new()
    {
        Authority = Authority,
        Forename = "Pupil",
        Surname = $"{pupil}",
        DateOfBirth = new DateOnly(2012, 1, 1).AddDays(pupil % 1500),
        HomeAuthority = Authority,
    };

    private static EnrolmentRow NewStay(PupilRow pupil, int laestab) => new()
    {
        Authority = Authority,
        PupilId = pupil.PupilId,
        Laestab = laestab,
        MisPupilId = pupil.Surname,
        Status = EnrolmentStatus.Main,
        EntryDate = TermStart,
        YearGroup = 3 + (int)(pupil.PupilId % 5),
        FreeSchoolMeals = pupil.PupilId % 4 == 0,
    };

    private static StripRow NewStrip(EnrolmentRow stay, byte[] codes) => new()
    {
        Authority = Authority,
        EnrolmentId = stay.EnrolmentId,
        AcademicYear = Year.StartYear,
        Laestab = stay.Laestab,
        Codes = codes,
    };
}
