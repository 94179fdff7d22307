using System.Globalization;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Published;

namespace IntegrationHub.Domain.Tests.Published;

/// <summary>
/// The given files rewritten as other editions are: whatever still adds up is vouched for, and one session out of place is found.
/// </summary>
public class RewrittenFileTests
{
    private const string Daily = "EES_daily_data.csv";
    private const string Illness = "reason_i_authorised_illness";

    private static readonly string[] ReasonsOutside =
    [
        "reason_d_dual_registration", "reason_q_la_arrangements", "reason_y_not_attending_enforced_closure", "reason_y1_transport_not_provided",
        "reason_y2_travel_disruption", "reason_y7_unavoidable_cause", "reason_not_attending_planned_closed", "reason_z_not_attending_not_on_roll",
        "reason_x_not_attending_non_compulsory",
    ];

    [SharedDataFact("data", "dfe", Daily)]
    public void ColumnsInAnotherOrder_MakeNoDifference() => PublishedAudit.Of(PublishedCopy.Of(Daily).Reverse().Text()).Faults.ShouldBeEmpty();

    [SharedDataFact("data", "dfe", Daily)]
    public void WeeklyFileOfOlderWords_IsRecounted()
    {
        PublishedCopy copy = PublishedCopy.Of(Daily)
            .Remove("attendance_date")
            .Rename("education_phase", "school_type")
            .Rename("reason_t_authorised_mobile_child", "reason_t_authorised_grt_absence")
            .Rename("auth_mob_perc", "auth_grt_perc")
            .Add("reason_x_not_attending_covid_non_compulsory", row => row["reason_b_aea_education_off_site"])
            .Add("covid_non_compulsory_perc", row => Rate(row["reason_b_aea_education_off_site"], row["possible_sessions"]))
            .Add("auth_holiday_perc", row => Rate(row["reason_h_authorised_holiday"], row["possible_sessions"]));
        PublishedAudit.Of(copy.Text()).Faults.ShouldBeEmpty();

        PublishedRow row = PublishedFile.Read(new StringReader(copy.Text())).Rows[0];
        row.Phase.ShouldBe("Primary");
        row.Period.ShouldBe(new PublishedPeriod(PublishedPeriodKind.Week, new DateOnly(2025, 9, 8), new DateOnly(2025, 9, 14)));
    }

    [SharedDataFact("data", "dfe", Daily)]
    public void DashboardFile_WithEveryCodeAndASpreadsheetsDigits_IsRecounted()
    {
        PublishedCopy copy = Dashboard();
        PublishedAudit audit = PublishedAudit.Of(copy.Text());
        audit.Faults.ShouldBeEmpty();
        audit.Suppressed.ShouldBePositive("NA suppresses a row as c does");
        PublishedFile.Read(new StringReader(copy.Text())).Rows[0].Period.ShouldBe(
            new PublishedPeriod(PublishedPeriodKind.Day, new DateOnly(2025, 9, 8), new DateOnly(2025, 9, 8)));
    }

    [SharedDataFact("data", "dfe", Daily)]
    public void FamilyHolidayWithAColumn_IsTakenFromIt() =>
        PublishedAudit.Of(Dashboard().Change("reason_f_legacy_family_holiday", One).Text()).Faults
            .ShouldContain(fault => fault.Contains("authorised_absence") && !fault.Contains("unauthorised"));

    [SharedDataFact("data", "dfe", Daily)]
    public void FamilyHolidayWithoutAColumn_CannotBeLessThanNone() =>
        PublishedAudit.Of(PublishedCopy.Of(Daily).Change("reason_h_authorised_holiday", text => $"{Number(text) + 5_000}").Text()).Faults
            .ShouldContain(fault => fault.Contains("F, the remainder"));

    [SharedDataTheory("data", "dfe", Daily)]
    [InlineData(Illness, "reason_o_other_unauthorised", "unauthorised_absence", "illness_perc", "unauth_oth_perc", "overall_absence")]
    [InlineData(Illness, "reason_m_authorised_medical_dental", "illness_perc", "appointments_perc")]
    [InlineData("reason_present_am", "reason_present_pm")]
    [InlineData("reason_present_am", "reason_l_present_late_before_registers_closed", "late_sessions", "reason_present")]
    [InlineData("reason_present_am", "reason_v_aea_educational_visit_trip", "present_sessions", "approved_educational_activity", "reason_present")]
    [InlineData("reason_o_other_unauthorised", "reason_u_unauthorised_late_after_registers_closed", "late_sessions", "unauth_oth_perc")]
    public void OneSessionMoved_IsFoundWhereItCounts(string from, string to, params string[] columns)
    {
        PublishedCopy copy = PublishedCopy.Of(Daily).MoveOneSession(from, to);
        string[] faults = [.. PublishedAudit.Of(copy.Text()).Faults];
        foreach (string column in columns)
            faults.ShouldContain(fault => fault.Contains($"Column = {column},"));
        if (columns.Length == 0)
            faults.ShouldBeEmpty("mornings and afternoons make one figure");
    }

    [SharedDataFact("data", "dfe", Daily)]
    public void RateWithAnotherLastDigit_IsFound() =>
        PublishedAudit.Of(PublishedCopy.Of(Daily).Change("auth_other_perc", text => text[..^1] + (text[^1] == '1' ? '2' : '1')).Text())
            .Faults.ShouldHaveSingleItem().ShouldContain("Column = auth_other_perc,");

    [SharedDataTheory("data", "dfe", Daily)]
    [InlineData("reason_qq_something")]
    [InlineData("reason_i")]
    [InlineData("something_new_perc")]
    [InlineData("remote_sessions")]
    public void ColumnThatNoRuleKnows_IsNamed(string name) =>
        PublishedAudit.Of(PublishedCopy.Of(Daily, 5).Add(name, _ => "0").Text()).Faults.ShouldContain($"column {name} is not known");

    [SharedDataFact("data", "dfe", Daily)]
    public void FigureWithheldInARowThatShowsOthers_SpoilsTheFile() =>
        Should.Throw<PublishedFileException>(() => PublishedAudit.Of(PublishedCopy.Of(Daily, 5).Change(Illness, _ => "c").Text()))
            .Message.ShouldContain($"{Illness} holds 'c'");

    [Fact]
    public void OtherFile_IsRefused() =>
        Should.Throw<PublishedFileException>(() => PublishedFile.Read(new StringReader("a,b\n1,2\n"))).Message
            .ShouldBe("The file is not the Department for Education's attendance data, or is damaged: it has no column geographic_level");

    private static PublishedCopy Dashboard()
    {
        PublishedCopy copy = PublishedCopy.Of(Daily)
            .Add("breakdown", _ => "Daily")
            .Add("day_number", _ => "1")
            .Add("week_commencing", _ => "08/09/2025")
            .Add("pa_flag", _ => "3")
            .Add("ytd_enrolments", _ => "12")
            .Add("pa_perc", _ => "25")
            .Add("reason_f_legacy_family_holiday", row => $"{Number(row["authorised_absence"]) - Authorised(row)}");
        foreach (string reason in ReasonsOutside)
            copy.Add(reason, row => row["reason_b_aea_education_off_site"]);
        return copy
            .Rewrite(name => name == "attendance_date", text => text is [_, _, _, _, '-', ..] ? $"{text[8..]}/{text[5..7]}/{text[..4]}" : text)
            .Rewrite(name => name.EndsWith("_perc", StringComparison.Ordinal), AsASpreadsheetWould)
            .Rewrite(_ => true, text => text == "c" ? "NA" : text);
    }

    private static string AsASpreadsheetWould(string text)
    {
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) || value is < 0.0001m or 100)
            return text;
        int whole = decimal.Truncate(value).ToString(CultureInfo.InvariantCulture).Length;
        return Math.Round(value, 10 - whole, MidpointRounding.AwayFromZero).ToString("0.#########", CultureInfo.InvariantCulture);
    }

    private static long Authorised(IReadOnlyDictionary<string, string> row) =>
        row.Where(cell => cell.Key.StartsWith("reason_", StringComparison.Ordinal) && cell.Key.Contains("_authorised_")).Sum(cell => Number(cell.Value));

    private static string One(string text) => $"{Number(text) + 1}";

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static string Rate(string part, string whole) => PublishedRate.Of(Number(part), Number(whole)).ToString("G15", CultureInfo.InvariantCulture);
}
