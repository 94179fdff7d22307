using IntegrationHub.Contracts.Feedback.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Server.Tests.Rebuild;
using IntegrationHub.Server.Tests.Registers;
using IntegrationHub.Server.Tests.Roll;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Tests.Feedback;

/// <summary>A hub with two schools and the calendar of 2021/22, a clock to set, and somebody who asks for feedback.</summary>
internal sealed class FeedbackTown : IAsyncDisposable
{
    public const int School = TestCity.School;
    public const int OtherSchool = TestCity.OtherSchool;

    private FeedbackTown(TestHub hub, FixedClock clock)
    {
        (Hub, Clock, City, Sender) = (hub, clock, new TestCity(hub), new TownSender(hub));
        Feedback = new SchoolFeedbackService.SchoolFeedbackServiceClient(hub.Channel);
    }

    public TestHub Hub { get; }

    public FixedClock Clock { get; }

    public TestCity City { get; }

    public TownSender Sender { get; }

    public SchoolFeedbackService.SchoolFeedbackServiceClient Feedback { get; }

    /// <param name="now">The day, at four in the afternoon UTC unless said otherwise.</param>
    public static async Task<FeedbackTown> OpenAsync(
        DateOnly now, TimeOnly? time = null, bool calendar = true, Action<HubOptions>? configure = null)
    {
        var clock = new FixedClock(At(now, time ?? new(16, 0)));
        var town = new FeedbackTown(await TestHub.StartAsync(configure, clock), clock);
        town.City.AddSchool(School);
        town.City.AddSchool(OtherSchool, "Special");
        if (calendar)
            town.AddCalendar();
        await town.City.SaveAsync();
        return town;
    }

    /// <summary>Sets the clock to a day, at four in the afternoon UTC unless said otherwise.</summary>
    public void SetClock(DateOnly date, TimeOnly? time = null) => Clock.Now = At(date, time ?? new(16, 0));

    /// <summary>A term of all schools, or of one.</summary>
    public void AddTerm(string name, DateOnly start, DateOnly end, DateOnly? halfTerm = null, int laestab = 0) => City.Add(new TermRow
    {
        Authority = City.Authority,
        Laestab = laestab,
        AcademicYear = start.Month >= 8 ? start.Year : start.Year - 1,
        Name = name,
        StartDate = start,
        EndDate = end,
        HalfTermStartDate = halfTerm,
        HalfTermEndDate = halfTerm?.AddDays(4),
    });

    public void AddClosure(DateOnly day, int laestab = 0) => City.Add(
        new ClosureRow { Authority = City.Authority, Laestab = laestab, StartDate = day, EndDate = day, Kind = "INSET" });

    /// <summary>A child who must be protected, as a case system says.</summary>
    public PupilRow AddProtectedBySource()
    {
        var pupil = City.AddPupil();
        City.AddRecord(TestCity.SocialCare, pupil, restricted: true);
        return pupil;
    }

    /// <summary>Sends a register of <see cref="School"/>, made known under a URN when first needed.</summary>
    public async Task RegisterAsync(DateOnly date, SchoolSession session, params RegisterMark[] marks)
    {
        var receipt = await Sender.RegisterAsync(RegisterBuilder.Register(date, session, marks));
        receipt.Accepted.ShouldNotBeNull();
    }

    /// <summary>Gives <see cref="School"/> its URN, under which it sends.</summary>
    public Task AddUrnAsync() => Hub.WriteAsync(context => context.Add(
        new SchoolUrnRow { Authority = TestHub.Authority, Urn = RegisterBuilder.Urn, Laestab = School }));

    public ValueTask DisposeAsync() => Hub.DisposeAsync();

    public static Contracts.Type.V1.Date Date(int year, int month, int day) => RollBuilder.Date(new(year, month, day));

    private static DateTimeOffset At(DateOnly date, TimeOnly time) => new(date.ToDateTime(time), TimeSpan.Zero);

    private void AddCalendar()
    {
        AddTerm("Autumn 2021", new(2021, 9, 6), new(2021, 12, 17), new(2021, 10, 25));
        AddTerm("Spring 2022", new(2022, 1, 4), new(2022, 4, 8), new(2022, 2, 21));
        AddTerm("Summer 2022", new(2022, 4, 25), new(2022, 7, 22), new(2022, 5, 30));
    }
}
