using IntegrationHub.City.Tests.Recount;
using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Identity;

namespace IntegrationHub.City.Tests;

/// <summary>What the default city is made of: that it is well formed, invented, and like a city.</summary>
[Collection(CountedCity.Collection)]
public sealed class DefaultCityContentTests(CountedCity city)
{
    private IEnumerable<RegisterSubmission> Registers => city.Load.Registers.SelectMany(feed => feed.From(0));

    private IEnumerable<RollRecord> Records => city.Recount.Children.SelectMany(child => child.Enrolments.Select(enrolment => enrolment.Record));

    [Fact]
    public void Bytes_AreThePinnedOnes() =>
        LoadHash.Of(city.Load).ShouldBe("0047bb05ae94078b925dc4ac19b3f68da4afe7eadc477ac6f4a08e218c55bf6a", "the city of the published figures is one city: pin it anew on purpose only");

    [Fact]
    public void SubmissionIds_AreUniqueUuids()
    {
        string[] ids =
        [
            .. city.Load.Rolls.SelectMany(feed => feed.From(0)).Select(roll => roll.SubmissionId),
            .. city.Load.Cases.SelectMany(feed => feed.From(0)).Select(part => part.SubmissionId),
            .. Registers.Select(register => register.SubmissionId),
        ];

        ids.Distinct().Count().ShouldBe(ids.Length);
        ids.Count(id => !Guid.TryParseExact(id, "D", out _)).ShouldBe(0);
    }

    [Fact]
    public void Writers_AreUniqueWithinTheirSystem()
    {
        (string, string)[] writers = [.. city.Load.Registers.Select(feed => (feed.System, feed.WriterId))];
        writers.Distinct().Count().ShouldBe(writers.Length);
        city.Load.Registers.Select(feed => feed.System).Distinct().Count().ShouldBe(3);
        writers.ShouldAllBe(writer => writer.Item2.Length <= 100 && writer.Item2.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'));
    }

    [Fact]
    public void Upns_AreValidAndOfOneChildEach()
    {
        string[] upns = [.. city.Recount.Children.Select(child => child.Enrolments[0].Record.Upn).Where(upn => upn.Length > 0)];
        upns.Distinct().Count().ShouldBe(upns.Length);
        upns.ShouldAllBe(upn => Upn.Parse(upn).HasValidCheckLetter);
        (city.Recount.ChildCount - upns.Length).ShouldBeInRange(30, 60, "new arrivals have none yet");
    }

    [Fact]
    public void Schools_AreInventedAndOfEachPhase()
    {
        city.Plan.Schools.Select(school => school.Name).Distinct().Count().ShouldBe(61);
        city.Plan.Schools.ShouldAllBe(school => school.Urn.Value >= 990_000 && school.Laestab.La == 851 && school.Laestab.Establishment >= 9_000);
        city.Plan.Schools.CountBy(school => school.Phase).ToDictionary().ShouldBe(
            new Dictionary<CityPhase, int> { [CityPhase.Primary] = 46, [CityPhase.Secondary] = 11, [CityPhase.Special] = 4 });
    }

    [Fact]
    public void Ages_FitTheYearGroups() =>
        Records.ShouldAllBe(record =>
            SlowRecount.ToDate(record.DateOfBirth) >= new DateOnly(2016 - record.YearGroup, 9, 1)
            && SlowRecount.ToDate(record.DateOfBirth) < new DateOnly(2017 - record.YearGroup, 9, 1));

    [Fact]
    public void Registers_AreOfClassesOnSchoolDays()
    {
        HashSet<DateOnly> days = [.. CityTerm.Days];
        days.Count.ShouldBe(71);
        Registers.ShouldAllBe(register => register.Marks.Count > 0 && register.Marks.Count <= 45 && days.Contains(SlowRecount.ToDate(register.SessionDate)));
        Registers.Average(register => register.Marks.Count).ShouldBeInRange(24, 30);
    }

    [Fact]
    public void Codes_AreValidInAutumn2021()
    {
        city.Recount.SessionsByCode.Keys.ShouldAllBe(code => AttendanceCode.Parse(code).IsValidOn(new DateOnly(2021, 12, 17)));
        string[] expected = ["/", "\\", "L", "I", "M", "O", "U", "G", "H", "C", "E", "N", "B", "V", "W", "J", "P", "X", "Y", "D", "R", "T"];
        city.Recount.SessionsByCode.Keys.Order(StringComparer.Ordinal).ShouldBe(expected.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("I", 2.5, 5)]
    [InlineData("L", 1, 3)]
    [InlineData("M", 0.2, 0.6)]
    [InlineData("O", 1, 3)]
    [InlineData("G", 0.3, 0.8)]
    [InlineData("U", 0.1, 0.4)]
    [InlineData("V", 0.4, 2)]
    [InlineData("E", 0.05, 0.3)]
    public void Rates_AreNearTheNationalOnes(string code, double least, double most)
    {
        CodeCounts counts = CodeCounts.Of(city.Recount.SessionsByCode.Select(pair => KeyValuePair.Create(AttendanceCode.Parse(pair.Key), pair.Value)));
        (100.0 * counts[AttendanceCode.Parse(code)] / counts.PossibleSessions).ShouldBeInRange(least, most);
        (100.0 * counts.OverallAbsence / counts.PossibleSessions).ShouldBeInRange(5, 9);
    }

    [Fact]
    public void Corrections_KeepTheEntryBefore()
    {
        RegisterMark[] amended = [.. Registers.SelectMany(register => register.Marks).Where(mark => mark.Amendment is not null)];
        amended.Length.ShouldBeGreaterThan(5_000);
        amended.ShouldAllBe(mark => mark.Amendment.OriginalCode == "N" && (mark.Code == "I" || mark.Code == "O") && mark.Amendment.AmendTime == mark.RecordTime);
    }

    [Fact]
    public void CaseSystems_HoldMoreThanTheList()
    {
        CaseRecord[] records = [.. city.Load.Cases.SelectMany(feed => feed.From(0)).SelectMany(part => part.Records?.Records ?? [])];
        records.Count(record => record.Child is not null).ShouldBeInRange(1_500, 2_600);
        records.Count(record => record.Plan is { SourceChildIds.Count: > 1 }).ShouldBeGreaterThan(50);
        records.Count(record => record.Plan is { PlanKind: "EHCP" }).ShouldBeGreaterThan(0);
        records.Count(record => record.Involvement is { Lead: false }).ShouldBeGreaterThan(50);
        records.Count(record => record.Involvement is { EndDate: not null }).ShouldBeGreaterThan(50);
    }
}
