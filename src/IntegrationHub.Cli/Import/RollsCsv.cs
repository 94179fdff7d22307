using IntegrationHub.Contracts.Roll.V1;

namespace IntegrationHub.Cli.Import;

/// <summary>rolls.csv: one enrolment a row.</summary>
internal static class RollsCsv
{
    private static readonly CsvColumn Urn = CsvColumn.NeededOf("school_urn", "URN of the school, six digits.", "118500");
    private static readonly CsvColumn MisPupilId = CsvColumn.NeededOf("mis_pupil_id", "The school system's own identifier of the pupil.", "4711");
    private static readonly CsvColumn Upn = CsvColumn.Of("upn", "Unique pupil number. Empty for a new arrival who has none yet.", "P851234519001");
    private static readonly CsvColumn FormerUpns = CsvColumn.Of("former_upns", "UPNs that the pupil had before, separated by semicolons.", "D851234519002");
    private static readonly CsvColumn Forename = CsvColumn.NeededOf("forename", "Legal forename.", "Alex");
    private static readonly CsvColumn Surname = CsvColumn.NeededOf("surname", "Legal surname.", "Example");
    private static readonly CsvColumn DateOfBirth = CsvColumn.NeededOf("date_of_birth", "Date of birth.", "2014-05-01");
    private static readonly CsvColumn Sex = CsvColumn.Of("sex", "M, F or empty, as the school records it.", "F");
    private static readonly CsvColumn Status = CsvColumn.Of("enrolment_status", "main, subsidiary or guest, or the census letters C, M, S, G. Empty: main.", "main");
    private static readonly CsvColumn EntryDate = CsvColumn.NeededOf("entry_date", "First day on this roll.", "2018-09-03");
    private static readonly CsvColumn LeavingDate = CsvColumn.Of("leaving_date", "Last day on this roll, inclusive. Empty while the pupil is on it.", "2025-07-18");
    private static readonly CsvColumn YearGroup = CsvColumn.Of("year_group", "National Curriculum year: R or 0 is reception, 1 to 13, N for nursery. Empty: not known.", "6");
    private static readonly CsvColumn Sen = CsvColumn.Of("sen_provision", "none, support or ehcp, or the census letters N, K, E. Empty: not recorded.", "support");
    private static readonly CsvColumn Fsm = CsvColumn.Of("free_school_meals", "yes or no. Empty: not known.", "no");
    private static readonly CsvColumn PupilPremium = CsvColumn.Of("pupil_premium", "yes or no. Empty: not known.", "no");
    private static readonly CsvColumn SocialWorker = CsvColumn.Of("child_with_social_worker", "yes or no, as the school knows it. Empty: not known.", "no");
    private static readonly CsvColumn LookedAfter = CsvColumn.Of("looked_after", "yes or no, as the school knows it. Empty: not known.", "no");
    private static readonly CsvColumn HomeAuthority = CsvColumn.Of("home_authority", "The LA in whose area the pupil lives, three digits. Empty: the hub's own.", "851");
    private static readonly CsvColumn Restricted = CsvColumn.Of("restricted", "yes: whereabouts or identity must be protected. Empty: no.", "no");
    private static readonly CsvColumn Removed = CsvColumn.Of("removed", "yes: takes a record back that was sent in error. For a leaver give leaving_date instead. Empty: no.", "no");

    public static readonly CsvLayout Layout = new(
        "Rolls", Urn, MisPupilId, Upn, FormerUpns, Forename, Surname, DateOfBirth, Sex, Status, EntryDate, LeavingDate, YearGroup, Sen, Fsm,
        PupilPremium, SocialWorker, LookedAfter, HomeAuthority, Restricted, Removed);

    private static readonly Dictionary<string, EnrolmentStatus> Statuses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["main"] = EnrolmentStatus.Main,
        ["C"] = EnrolmentStatus.Main,
        ["M"] = EnrolmentStatus.Main,
        ["subsidiary"] = EnrolmentStatus.Subsidiary,
        ["S"] = EnrolmentStatus.Subsidiary,
        ["guest"] = EnrolmentStatus.Guest,
        ["G"] = EnrolmentStatus.Guest,
    };

    private static readonly Dictionary<string, SenProvision> Provisions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["none"] = SenProvision.None,
        ["N"] = SenProvision.None,
        ["support"] = SenProvision.Support,
        ["K"] = SenProvision.Support,
        ["ehcp"] = SenProvision.Ehcp,
        ["E"] = SenProvision.Ehcp,
    };

    public static string ReadUrn(ImportRow row) => row.Text(Urn);

    public static RollRecord Read(ImportRow row)
    {
        var record = new RollRecord
        {
            MisPupilId = row.Text(MisPupilId),
            Upn = row.Text(Upn),
            FormerUpns = { row.Several(FormerUpns) },
            Forename = row.Text(Forename),
            Surname = row.Text(Surname),
            DateOfBirth = row.Date(DateOfBirth),
            Sex = row.Text(Sex).ToUpperInvariant(),
            EnrolmentStatus = row.Choice(Status, Statuses, EnrolmentStatus.Main),
            EntryDate = row.Date(EntryDate),
            LeavingDate = row.Date(LeavingDate),
            SenProvision = row.Choice(Sen, Provisions, SenProvision.Unspecified),
            HomeAuthority = row.Text(HomeAuthority),
            Restricted = row.Flag(Restricted),
            Removed = row.Flag(Removed),
        };
        if (ReadYearGroup(row) is { } year)
            record.YearGroup = year;
        if (row.KnownFlag(Fsm) is { } meals)
            record.FreeSchoolMeals = meals;
        if (row.KnownFlag(PupilPremium) is { } premium)
            record.PupilPremium = premium;
        if (row.KnownFlag(SocialWorker) is { } socialWorker)
            record.ChildWithSocialWorker = socialWorker;
        if (row.KnownFlag(LookedAfter) is { } lookedAfter)
            record.LookedAfter = lookedAfter;
        return record;
    }

    private static int? ReadYearGroup(ImportRow row) => row.Text(YearGroup).ToUpperInvariant() switch
    {
        "R" => 0,
        "N" or "N2" => -1,
        "N1" => -2,
        _ => row.Whole(YearGroup),
    };
}
