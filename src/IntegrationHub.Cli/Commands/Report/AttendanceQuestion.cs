using System.CommandLine;
using IntegrationHub.Contracts.Attendance.V1;

namespace IntegrationHub.Cli.Commands.Report;

/// <summary>The options that say what attendance is asked about.</summary>
internal sealed class AttendanceQuestion
{
    private const int MostGroupings = 2;

    private static readonly Dictionary<string, SummaryGrouping> Groupings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["phase"] = SummaryGrouping.Phase,
        ["school"] = SummaryGrouping.School,
        ["year"] = SummaryGrouping.YearGroup,
        ["sen"] = SummaryGrouping.SenProvision,
        ["ehcp"] = SummaryGrouping.Ehcp,
        ["free-meals"] = SummaryGrouping.FreeSchoolMeals,
        ["pupil-premium"] = SummaryGrouping.PupilPremium,
        ["social-worker"] = SummaryGrouping.ChildWithSocialWorker,
        ["looked-after"] = SummaryGrouping.LookedAfter,
        ["home-la"] = SummaryGrouping.HomeAuthority,
        ["sex"] = SummaryGrouping.Sex,
        ["week"] = SummaryGrouping.Week,
        ["half-term"] = SummaryGrouping.HalfTerm,
        ["term"] = SummaryGrouping.Term,
    };

    private static readonly Dictionary<string, SummaryBasis> Bases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["marked"] = SummaryBasis.Unspecified,
        ["published"] = SummaryBasis.Published,
        ["child"] = SummaryBasis.Child,
    };

    private readonly Option<string[]> _by = new("--by")
    {
        Description = $"How to group, once or twice: {string.Join(", ", Groupings.Keys)}. Default: one row for all.",
        HelpName = "GROUP",
    };

    private readonly Option<string?> _basis = new("--basis")
    {
        Description = "marked: every enrolment as it is marked. published: whom and what DfE's figures count. child: each child once. Default: marked.",
        HelpName = "BASIS",
    };

    private readonly Option<string?> _term = new("--term") { Description = "A term of the LA by its name, in the academic year of --to.", HelpName = "NAME" };

    private readonly Option<DateOnly?> _from = DateOption.Create("--from", "The first day. Default: 1 August.");

    private readonly Option<int> _weeks = new("--weeks") { Description = "The last so many weeks up to --to, instead of --from.", HelpName = "NUMBER" };

    private readonly Option<string[]> _schools = new("--school") { Description = "Only this school, by DfE number; may be said again for more.", HelpName = "LAESTAB" };

    private readonly Option<string[]> _phases = new("--phase") { Description = "Only schools of this phase; may be said again for more.", HelpName = "PHASE" };

    private readonly Option<int[]> _years = new("--year") { Description = "Only this year group, 0 for reception; may be said again for more.", HelpName = "YEAR" };

    private readonly Option<bool> _publish = new("--publish") { Description = "Withholds small numbers, and what they could be worked out from: for figures that leave the LA." };

    public AttendanceQuestion()
    {
        _by.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, [.. Groupings.Keys]);
        _by.Validators.Add(result =>
        {
            if (result.Tokens.Count > MostGroupings)
                result.AddError($"--by may be said {MostGroupings} times at most.");
        });
        _weeks.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "0" }])
                result.AddError("--weeks is a number of weeks, 1 or more.");
        });
        _basis.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, [.. Bases.Keys]);
    }

    /// <summary>The last day; with a published file, the day whose period is compared.</summary>
    public Option<DateOnly?> To { get; } = DateOption.Create("--to", "The last day. Default: today.");

    /// <summary>The moment to answer as of; a published file does not say it.</summary>
    public Option<KnownAt?> KnownAt { get; } = KnownAtOption.Create();

    /// <summary>In the order of the help page.</summary>
    public IReadOnlyList<Option> Options => [_by, _basis, _term, _from, To, _weeks, _schools, _phases, _years, KnownAt, _publish];

    /// <summary>The options that a comparison with a published file has no use for: the file says all of it.</summary>
    public IEnumerable<Option> SettledByFile => Options.Where(x => x != To && x != KnownAt);

    public SummariseAttendanceRequest Read(ParseResult parsed)
    {
        var by = parsed.GetValue(_by) ?? [];
        return new SummariseAttendanceRequest
        {
            Window = new AttendanceWindow { StartDate = parsed.GetValue(_from)?.ToContract(), EndDate = parsed.GetValue(To)?.ToContract() },
            Grouping = by.Length > 0 ? Groupings[by[0]] : SummaryGrouping.Unspecified,
            SecondGrouping = by.Length > 1 ? Groupings[by[1]] : SummaryGrouping.Unspecified,
            Basis = parsed.GetValue(_basis) is { } basis ? Bases[basis] : SummaryBasis.Unspecified,
            Filter = new SummaryFilter
            {
                SchoolLaestabs = { parsed.GetValue(_schools) ?? [] },
                Phases = { parsed.GetValue(_phases) ?? [] },
                YearGroups = { parsed.GetValue(_years) ?? [] },
            },
            ForPublication = parsed.GetValue(_publish),
            TermName = parsed.GetValue(_term) ?? "",
            RollingWeeks = parsed.GetValue(_weeks),
            KnownAt = parsed.GetValue(KnownAt),
        };
    }
}
