using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;
using static IntegrationHub.Server.Tests.Registers.RegisterBuilder;

namespace IntegrationHub.Server.Tests.Registers;

/// <summary>Where years meet: 31 July and 1 August for attendance, 31 August and 1 September for schools.</summary>
public sealed class RolloverTests : IAsyncLifetime
{
    private static readonly DateOnly EndOfJuly = new(2021, 7, 31);
    private static readonly DateOnly StartOfAugust = new(2021, 8, 1);
    private static readonly DateOnly EndOfAugust = new(2021, 8, 31);
    private static readonly DateOnly StartOfSeptember = new(2021, 9, 1);

    private RegisterDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await RegisterDesk.OpenAsync(new(Monday, new(12, 0), TimeSpan.Zero));

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task JulysRegister_ReceivedInSeptember_CountsInTheYearThatIsOver()
    {
        var pupil = await _desk.EnrolAsync("p1");
        var july = new DateOnly(2021, 7, 16);
        await SendAsync(july, "O");
        await SendAsync(Monday, "/");
        await _desk.FoldAsync();
        var now = (await _desk.AttendanceAsync(pupil)).Measures;
        (now.PossibleSessions, now.AttendedSessions).ShouldBe((1, 1));
        var then = (await _desk.AttendanceAsync(pupil, to: EndOfJuly)).Measures;
        (then.PossibleSessions, then.AttendedSessions).ShouldBe((1, 0));
    }

    [Fact]
    public async Task LastOfJulyAndFirstOfAugust_AreInYearsOfTheirOwn()
    {
        var pupil = await _desk.EnrolAsync("p1");
        await SendAsync(EndOfJuly, "O", SchoolSession.Pm);
        await SendAsync(StartOfAugust, "L");
        await _desk.FoldAsync();
        (await _desk.CodesAsync(pupil, to: EndOfJuly)).ShouldBe(["O"]);
        (await _desk.CodesAsync(pupil)).ShouldBe(["L"]);
        (await _desk.CodesAsync(pupil, EndOfJuly, StartOfAugust)).ShouldBe(["O", "L"]);
        await using var context = _desk.Hub.Database.CreateReadContext();
        (await context.Strips.OrderBy(x => x.AcademicYear).Select(x => x.AcademicYear).ToListAsync()).ShouldBe([2020, 2021]);
    }

    [Fact]
    public async Task PupilEnrolledAnewInSeptember_HasEachMarkInItsEnrolment()
    {
        var pupil = await _desk.EnrolAsync("p1", leaving: EndOfAugust);
        await _desk.Hub.WriteAsync(context => context.Add(new EnrolmentRow
        {
            Authority = TestHub.Authority,
            PupilId = pupil,
            Laestab = Laestab,
            MisPupilId = "p1",
            Status = EnrolmentStatus.Main,
            EntryDate = StartOfSeptember,
            YearGroup = 5,
        }));
        await SendAsync(EndOfAugust, "O");
        await SendAsync(StartOfSeptember, "/");
        await _desk.FoldAsync();
        var answer = await _desk.AttendanceAsync(pupil, EndOfAugust, StartOfSeptember);
        answer.Enrolments.Select(x => (x.Measures.PossibleSessions, x.Measures.AttendedSessions)).ShouldBe([(1, 0), (1, 1)]);
        answer.Measures.PossibleSessions.ShouldBe(2);
    }

    private async Task SendAsync(DateOnly date, string code, SchoolSession session = SchoolSession.Am) =>
        (await _desk.SendAsync(Register(date, session, Mark("p1", code)))).Accepted.Notices.ShouldBeEmpty();
}
