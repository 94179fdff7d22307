using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Tests.Coverage;

/// <summary>Which children count as chronically absent, and which breakdown they are told in.</summary>
public sealed class AttendanceStandingTests : CoverageFixture
{
    [Fact]
    public async Task Paragraph17_IsBrokenDownAsThePaperHasIt()
    {
        City.Attend(City.Enrol(City.AddPupil(), year: 0), 0, 60);
        City.Attend(City.Enrol(City.AddPupil(), year: 6, ehcp: true), 29, 31);
        City.Attend(City.Enrol(City.AddPupil(), TestCity.OtherSchool, year: 7, ehcp: true), 10, 50);
        City.Attend(City.Enrol(City.AddPupil(), TestCity.OtherSchool, year: null, ehcp: true), 10, 50);
        City.Attend(City.Enrol(City.AddPupil(), year: 7), 30, 30);
        var coverage = await CoverageAsync();
        (coverage.Children, coverage.ChronicallyAbsent, coverage.NeverAttended).ShouldBe((5, 4, 1));
        (coverage.Year6AndBelow, coverage.Year7AndAbove, coverage.YearNotKnown).ShouldBe((2, 1, 1));
        coverage.WithEhcp.ShouldBe(3);
        coverage.EhcpBySchool.Select(x => (x.SchoolLaestab, x.SchoolName, x.Count))
            .ShouldBe([("8512001", "School 8512001", 1), ("8514001", "School 8514001", 2)]);
    }

    [Fact]
    public async Task FewSessions_NoMarks_AndOtherAges_AreCountedBeside()
    {
        City.Attend(City.Enrol(City.AddPupil()), 0, 19);
        City.Enrol(City.AddPupil());
        City.Attend(City.Enrol(City.AddPupil(born: new(2018, 1, 1))), 0, 60);
        City.Attend(City.Enrol(City.AddPupil()), 0, 20);
        var coverage = await CoverageAsync();
        (coverage.TooFewSessions, coverage.NoMarks, coverage.OutsideCompulsoryAge).ShouldBe((1, 1, 1));
        (coverage.ChronicallyAbsent, coverage.Children).ShouldBe((1, 3));
    }

    [Fact]
    public async Task TwoSchools_AreMergedForTheChild()
    {
        var child = City.AddPupil();
        City.Mark(City.Enrol(child, ehcp: false), TestCity.FirstMonday, Codes("O", 30, "D", 30));
        City.Mark(City.Enrol(child, TestCity.OtherSchool, status: EnrolmentStatus.Subsidiary, ehcp: true), TestCity.FirstMonday, Codes("/", 1, "/", 59));
        var coverage = await CoverageAsync();
        (coverage.ChronicallyAbsent, coverage.WithConflicts).ShouldBe((0, 1));
    }

    [Fact]
    public async Task EnrolmentsThatEnded_AlsoElsewhere_CountForAChildStillOnARoll()
    {
        var moved = City.AddPupil();
        City.Mark(City.Enrol(moved, TestCity.OtherSchool, leaving: new(2021, 10, 1)), TestCity.FirstMonday, Codes("O", 38, "-", 1));
        City.Mark(City.Enrol(moved, entry: new(2021, 10, 4)), new(2021, 10, 4), Codes("/", 10, "-", 1));
        var gone = City.AddPupil();
        City.Mark(City.Enrol(gone, leaving: Today.AddDays(-1)), TestCity.FirstMonday, Codes("O", 60, "-", 1));
        var coverage = await CoverageAsync();
        (coverage.Children, coverage.ChronicallyAbsent).ShouldBe((1, 1));
        (await FlagsAsync()).ShouldHaveSingleItem().SchoolLaestab.ShouldBe("8512001");
    }

    [Fact]
    public async Task Guests_AreNotOnARoll()
    {
        City.Attend(City.Enrol(City.AddPupil(), status: EnrolmentStatus.Guest), 0, 60);
        (await CoverageAsync()).Children.ShouldBe(0);
    }

    [Fact]
    public async Task MainSchool_IsTheMainOneOfTheDay_WhicheverWasEnteredFirst()
    {
        var child = City.AddPupil();
        City.Attend(City.Enrol(child, TestCity.OtherSchool, status: EnrolmentStatus.Subsidiary, entry: new(2021, 9, 1), year: null, ehcp: true), 0, 30);
        City.Enrol(child);
        var coverage = await CoverageAsync();
        (await FlagsAsync()).ShouldHaveSingleItem().SchoolLaestab.ShouldBe("8512001");
        (coverage.Year6AndBelow, coverage.EhcpBySchool[0].SchoolLaestab).ShouldBe((1, "8512001"));
    }

    private static string Codes(string first, int count, string second, int more) =>
        string.Join(' ', Enumerable.Repeat(first, count).Concat(Enumerable.Repeat(second, more)));
}
