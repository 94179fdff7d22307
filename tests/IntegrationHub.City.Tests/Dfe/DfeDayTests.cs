using IntegrationHub.City.Dfe;
using IntegrationHub.City.Streaming;
using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Domain.Attendance;
using SchoolSession = IntegrationHub.Contracts.Registers.V1.SchoolSession;

namespace IntegrationHub.City.Tests.Dfe;

public sealed class DfeDayTests
{
    private static readonly DateOnly Friday = new(2025, 9, 12);

    [PublishedFact]
    public void Portsmouth_SentAsRegisters_AgreesInEveryFigure()
    {
        DfeDay day = DfeDay.Find(PublishedDay.Rows, "851", Friday);
        CityLoad load = day.ToLoad();

        DfeComparison comparison = DfeComparison.Of(day, Summarise(load));

        comparison.Differences.ShouldBeEmpty();
        comparison.Figures.Single(figure => figure is { Phase: "Total", Name: "attendance_perc" }).Published.ShouldStartWith("93.7118704892");
        comparison.Figures.Single(figure => figure is { Phase: "Total", Name: "possible_sessions" }).Hub.ShouldBe("50158");
    }

    [PublishedFact]
    public void OneMarkTooMany_IsReported()
    {
        DfeDay day = DfeDay.Find(PublishedDay.Rows, "851", Friday);
        List<AttendanceSummary> rows = Summarise(day.ToLoad());
        rows[0].Measures.UnauthorisedAbsenceSessions++;
        rows[0].Measures.PossibleSessions++;
        rows[0].SessionsByCode["O"]++;

        string[] figures = [.. DfeComparison.Of(day, rows).Differences.Select(figure => $"{figure.Phase} {figure.Name}")];

        figures.ShouldContain("Primary unauthorised_absence");
        figures.ShouldContain("Primary attendance_perc");
        figures.ShouldContain("Total possible_sessions");
        figures.ShouldNotContain("Secondary possible_sessions");
    }

    [PublishedFact]
    public void Load_NamesEachPupilOnceASession_OnARollOfAsManySchools()
    {
        DfeDay day = DfeDay.Find(PublishedDay.Rows, "851", Friday);
        CityLoad load = day.ToLoad();

        load.Schools.Schools.Count.ShouldBe((int)day.Phases.Sum(row => row.Schools!.Value));
        HashSet<string> rolled = [.. load.Rolls.SelectMany(feed => feed.From(0)).SelectMany(roll => roll.Records?.Records ?? []).Select(record => record.Upn)];
        rolled.Count.ShouldBe((int)load.Rolls.Sum(feed => feed.Items));
        (SchoolSession, string)[] marks = [.. Registers(load).SelectMany(register => register.Marks.Select(mark => (register.Session, mark.Upn)))];
        marks.Distinct().Count().ShouldBe(marks.Length);
        marks.ShouldAllBe(mark => rolled.Contains(mark.Item2));
        load.Registers.Sum(feed => feed.Items).ShouldBe(marks.Length);
        load.Registers.ShouldAllBe(feed => feed.From(0).Count() == feed.Submissions);
        load.Rolls.ShouldAllBe(feed => feed.From(0).Count() == feed.Submissions);
    }

    [PublishedFact]
    public void SuppressedPhase_IsRefusedByName()
    {
        DfeException exception = Should.Throw<DfeException>(() => DfeDay.Find(PublishedDay.Rows, "816", Friday));
        exception.Message.ShouldBe(
            "Special of York (816) on 2025-09-12 is suppressed ('c'): it rests on too few schools to be published. Ask for the other phases by name.");
    }

    [PublishedFact]
    public void SuppressedPhaseLeftOut_LeavesTheTotalOut()
    {
        DfeDay day = DfeDay.Find(PublishedDay.Rows, "816", Friday, ["primary", "secondary"]);

        day.Total.ShouldBeNull("the total less the other phases is what the Department withholds");
        DfeComparison.Of(day, Summarise(day.ToLoad())).Differences.ShouldBeEmpty();
    }

    [PublishedFact]
    public void AreaOfOneSchool_IsRefused() =>
        Should.Throw<DfeException>(() => DfeDay.Find(PublishedDay.Rows, "201", Friday)).Message.ShouldContain("Primary of City of London (201)");

    [PublishedFact]
    public void AuthorityWithoutSpecialSchools_HasTwoPhasesAndATotal()
    {
        DfeDay day = DfeDay.Find(PublishedDay.Rows, "857", Friday);
        day.Phases.Select(row => row.Phase).ShouldBe(["Primary", "Secondary"]);
        day.Total.ShouldNotBeNull();
        DfeComparison.Of(day, Summarise(day.ToLoad())).Differences.ShouldBeEmpty();
    }

    [PublishedFact]
    public void UnknownDayOrAuthority_IsRefused()
    {
        Should.Throw<DfeException>(() => DfeDay.Find(PublishedDay.Rows, "000", Friday)).Message.ShouldBe("The file has no authority 000.");
        Should.Throw<DfeException>(() => DfeDay.Find(PublishedDay.Rows, "851", new DateOnly(2025, 9, 13))).Message.ShouldContain("2025-09-08 to 2025-09-12");
        Should.Throw<DfeException>(() => DfeDay.Find(PublishedDay.Rows, "857", Friday, ["Special"])).Message.ShouldContain("has no phase Special");
    }

    private static IEnumerable<RegisterSubmission> Registers(CityLoad load) => load.Registers.SelectMany(feed => feed.From(0));

    private static List<AttendanceSummary> Summarise(CityLoad load)
    {
        Dictionary<string, string> phases = load.Schools.Schools.ToDictionary(school => school.Urn, school => school.Phase);
        List<AttendanceSummary> rows = [];
        foreach (IGrouping<string, RegisterSubmission> phase in Registers(load).GroupBy(register => phases[register.SchoolUrn]).OrderBy(phase => phase.Key))
        {
            CodeCounts counts = CodeCounts.Of([.. phase.SelectMany(register => register.Marks).Select(mark => AttendanceCode.Parse(mark.Code).Index)]);
            AttendanceSummary row = new()
            {
                Group = phase.Key,
                Measures = new AttendanceMeasures
                {
                    PossibleSessions = counts.PossibleSessions,
                    AttendedSessions = counts.OverallAttendance,
                    AuthorisedAbsenceSessions = counts.AuthorisedAbsence,
                    UnauthorisedAbsenceSessions = counts.UnauthorisedAbsence,
                    ApprovedEducationalActivitySessions = counts.ApprovedEducationalActivity,
                    LateSessions = counts.LateSessions,
                    AttendancePercent = PublishedRate.Of(counts.OverallAttendance, counts.PossibleSessions),
                },
            };
            row.SessionsByCode.Add(AttendanceCode.All.Where(code => counts[code] > 0).ToDictionary(code => code.Value, code => counts[code]));
            rows.Add(row);
        }

        return rows;
    }
}
