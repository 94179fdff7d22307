using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Tests.Attendance.Summaries;

/// <summary>One stay at a school, as the town knows it.</summary>
internal sealed record TownStay(PupilRow Pupil, EnrolmentRow Row, string Phase);

/// <summary>One mark that was made.</summary>
internal sealed record TownMark(TownStay Stay, DateOnly Date, SchoolSession Session, string Code);

/// <summary>
/// A small authority made by chance, in which whatever a summary asks about differs: kept as a plain list of marks, and written to a hub.
/// </summary>
internal sealed class RandomTown
{
    public static readonly DateOnly Today = new(2022, 7, 20);

    private static readonly (int Laestab, string Phase)[] Schools = [(8512001, "Primary"), (8514001, "Secondary"), (8517001, "")];
    private static readonly string[] Codes = ["/", "\\", "L", "B", "V", "I", "C2", "F", "O", "U", "N", "D", "X", "Y1", "#", "Z"];

    // Around every border that a rule has: the years, half terms, the spring bank holiday of 2022, the ends of weeks.
    private static readonly DateOnly[] Days =
    [
        new(2021, 7, 16), new(2021, 7, 30), new(2021, 8, 2), new(2021, 9, 6), new(2021, 9, 10), new(2021, 10, 22), new(2021, 10, 27), new(2021, 11, 1),
        new(2021, 12, 17), new(2022, 1, 10), new(2022, 5, 27), new(2022, 5, 30), new(2022, 6, 2), new(2022, 6, 6), new(2022, 7, 20),
    ];

    private readonly Random _chance;
    private readonly TestCity _city;

    public RandomTown(TestHub hub, int seed, string authority)
    {
        _chance = new Random(seed);
        _city = new TestCity(hub, authority);
        foreach (var (laestab, phase) in Schools)
            _city.AddSchool(laestab, phase);
        AddTerm("Autumn", new(2021, 9, 1), new(2021, 12, 17), new(2021, 10, 25), new(2021, 10, 29));
        AddTerm("Spring", new(2022, 1, 4), new(2022, 4, 8));
        for (var i = _chance.Next(1, 9); i > 0; i--)
            AddPupil();
    }

    public string Authority => _city.Authority;

    public List<TownStay> Stays { get; } = [];

    public List<TownMark> Marks { get; } = [];

    public Task SaveAsync() => _city.SaveAsync();

    private void AddTerm(string name, DateOnly start, DateOnly end, DateOnly? halfStart = null, DateOnly? halfEnd = null) => _city.Add(new TermRow
    {
        Authority = Authority,
        Laestab = 0,
        AcademicYear = 2021,
        Name = name,
        StartDate = start,
        EndDate = end,
        HalfTermStartDate = halfStart,
        HalfTermEndDate = halfEnd,
    });

    private void AddPupil()
    {
        // The first and last days of being 4, 5, 15 and 16 on 31 August 2021.
        var born = One(new DateOnly(2016, 9, 1), new(2016, 8, 31), new(2011, 2, 3), new(2006, 9, 1), new(2006, 8, 31), new(2005, 9, 1), new(2005, 8, 31));
        var pupil = _city.AddPupil(born: born, home: Maybe(0.2) ? "850" : null);
        pupil.Sex = One("F", "M", null);
        foreach (var entry in new[] { new DateOnly(2019, 9, 1), new(2021, 10, 27), new(2022, 5, 30) }.Where(_ => Maybe(0.6)))
            AddStay(pupil, entry);
    }

    private void AddStay(PupilRow pupil, DateOnly entry)
    {
        var (laestab, phase) = One(Schools);
        var row = _city.Enrol(
            pupil, laestab, entry, Maybe(0.3) ? entry.AddDays(_chance.Next(0, 400)) : null,
            One(EnrolmentStatus.Main, EnrolmentStatus.Main, EnrolmentStatus.Subsidiary, EnrolmentStatus.Guest), One<int?>(null, 0, 6, 11));
        (row.Removed, row.FreeSchoolMeals, row.SenProvision) = (Maybe(0.1), One<bool?>(true, false, null), One(Enum.GetValues<SenProvision>()));
        (row.PupilPremium, row.HasSocialWorker, row.LookedAfter) = (One<bool?>(true, false, null), One<bool?>(true, false, null), One<bool?>(true, false, null));
        var stay = new TownStay(pupil, row, phase);
        Stays.Add(stay);
        var presence = _chance.NextDouble();
        foreach (var day in Days)
        {
            foreach (var session in Enum.GetValues<SchoolSession>().Where(_ => Maybe(0.8)))
            {
                var code = Maybe(0.4) ? One(Codes) : Maybe(presence) ? "/" : One("O", "D");
                _city.SetMark(row, day, session, AttendanceCode.Parse(code));
                Marks.Add(new(stay, day, session, code));
            }
        }
    }

    private bool Maybe(double chance) => _chance.NextDouble() < chance;

    private T One<T>(params T[] items) => items[_chance.Next(items.Length)];
}
