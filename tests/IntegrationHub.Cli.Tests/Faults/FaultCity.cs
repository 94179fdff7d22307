using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Grpc.Net.Client;
using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Contracts.Type.V1;

namespace IntegrationHub.Cli.Tests.Faults;

/// <summary>One school, its roll, and a sequence of registers that can be made again from any point.</summary>
internal sealed class FaultCity(int registers)
{
    public const int Pupils = 20;
    private const string Urn = "900001";
    private static readonly DateOnly FirstDay = new(2021, 9, 6);
    private static readonly string[] Codes = ["L", "I", "O", "B"];

    public int Registers => registers;

    public static async Task SetUpAsync(GrpcChannel channel)
    {
        var operations = new OperationsService.OperationsServiceClient(channel);
        var school = new School { Urn = Urn, Laestab = "8512001", DisplayName = "Fault School", Phase = "Primary" };
        (await operations.ApplySchoolsAsync(new() { RequestId = Id("schools"), Schools = { school } })).RefusedItems.ShouldBeEmpty();
        var roll = new RollSubmission { SubmissionId = Id("roll"), SchoolUrn = Urn, Records = new() };
        roll.Records.Records.Add(Enumerable.Range(0, Pupils).Select(Pupil));
        var receipt = await new RollService.RollServiceClient(channel).SubmitRollChangeAsync(new() { WriterId = "roll", Roll = roll });
        receipt.Receipt.Accepted.Notices.ShouldBeEmpty();
    }

    /// <summary>The n-th register, from 0: two sessions a day over three hundred days, then over them again.</summary>
    public static RegisterSubmission Register(int n)
    {
        var register = new RegisterSubmission
        {
            SubmissionId = Id($"register {n}"),
            SchoolUrn = Urn,
            SessionDate = ToDate(Day(n)),
            Session = n % 2 == 0 ? SchoolSession.Am : SchoolSession.Pm,
            RegisterGroup = n.ToString(CultureInfo.InvariantCulture),
        };
        register.Marks.Add(Enumerable.Range(0, Pupils).Select(i => new RegisterMark { MisPupilId = PupilId(i), Code = Code(n, i) }));
        return register;
    }

    /// <summary>Registers as a file of <c>hub import registers</c>.</summary>
    public void WriteCsv(string file)
    {
        using var writer = new StreamWriter(file, append: false, Encoding.UTF8);
        writer.WriteLine("school_urn,date,session,register_group,mis_pupil_id,code");
        for (var n = 0; n < registers; n++)
        {
            for (var i = 0; i < Pupils; i++)
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Urn},{Day(n):yyyy-MM-dd},{(n % 2 == 0 ? "AM" : "PM")},{n},{PupilId(i)},{Code(n, i)}"));
        }
    }

    /// <summary>The marks of all registers must be there.</summary>
    public Task ShouldBeThereOnceAsync(GrpcChannel channel) => ShouldBeThereOnceAsync(channel, Enumerable.Range(0, registers));

    /// <summary>The marks that must be there: for each session the last register's, since each comes once and in order.</summary>
    public static async Task ShouldBeThereOnceAsync(GrpcChannel channel, IEnumerable<int> sent)
    {
        var expected = sent
            .GroupBy(n => (Day(n), n % 2))
            .SelectMany(session => Enumerable.Range(0, Pupils).Select(i => Code(session.Last(), i)))
            .CountBy(code => code)
            .ToDictionary(x => x.Key, x => (long)x.Value);
        var summary = await new AttendanceService.AttendanceServiceClient(channel).SummariseAttendanceAsync(new()
        {
            Window = new() { StartDate = ToDate(FirstDay), EndDate = ToDate(new DateOnly(2022, 7, 20)) },
        });
        summary.Rows.Single().SessionsByCode.OrderBy(x => x.Key).ShouldBe(expected.OrderBy(x => x.Key));
    }

    private static DateOnly Day(int n) => FirstDay.AddDays(n / 2 % 300);

    private static string Code(int n, int i) => (((n * 31) + (i * 17)) % 7) switch
    {
        < 3 => n % 2 == 0 ? "/" : "\\",
        var other => Codes[other - 3],
    };

    private static RollRecord Pupil(int i) => new()
    {
        MisPupilId = PupilId(i),
        Forename = "Test",
        Surname = "Child",
        DateOfBirth = ToDate(new DateOnly(2012, 1, 1).AddDays(i)),
        EnrolmentStatus = EnrolmentStatus.Main,
        EntryDate = ToDate(new DateOnly(2019, 9, 1)),
        YearGroup = 4,
    };

    private static string PupilId(int i) => string.Create(CultureInfo.InvariantCulture, $"p{i:000}");

    private static Date ToDate(DateOnly date) => new() { Year = date.Year, Month = date.Month, Day = date.Day };

    private static string Id(string name) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)).ToString();
}
