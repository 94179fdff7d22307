using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Published;
using AttendanceWindow = IntegrationHub.Contracts.Attendance.V1.AttendanceWindow;

namespace IntegrationHub.Cli.Commands.Report;

/// <summary>Asks the hub for what a published file tells of an LA, on the basis that the file has.</summary>
internal sealed class DfeBeside(AttendanceService.AttendanceServiceClient client, PublishedFile file, string? la, DateOnly? on, KnownAt? knownAt)
{
    /// <exception cref="CommandException">The file has nothing of the LA, or nothing of the day.</exception>
    public async Task<Beside> AskAsync(CancellationToken cancellationToken)
    {
        var schools = await client.SummariseAttendanceAsync(new() { Grouping = SummaryGrouping.School, KnownAt = knownAt }, cancellationToken: cancellationToken);
        var code = la ?? AuthorityOf(schools);
        PublishedRow[] own = [.. file.Rows.Where(x => x.LaCode == code && x.LaCode.Length > 0)];
        if (own.Length == 0)
            throw CommandException.WrongUsage($"The file has no LA {code}.");
        var period = PeriodOf(own);
        var today = new DateOnly(schools.Window.EndDate.Year, schools.Window.EndDate.Month, schools.Window.EndDate.Day);
        var to = period.To < today ? period.To : today;
        if (to < period.From)
            throw CommandException.WrongUsage($"The file is of {period.From:yyyy-MM-dd} on, which the hub has not come to yet.");
        var request = new SummariseAttendanceRequest
        {
            Grouping = SummaryGrouping.Phase,
            Basis = SummaryBasis.Published,
            KnownAt = knownAt,
            Window = new AttendanceWindow { StartDate = period.From.ToContract(), EndDate = to.ToContract() },
        };
        return new Beside
        {
            Period = period,
            To = to,
            Hub = await client.SummariseAttendanceAsync(request, cancellationToken: cancellationToken),
            OfLa = [.. own.Where(x => x.Period == period)],
            OfEngland = file.Rows.Where(x => x.IsNational && x.Period == period).ToDictionary(x => x.Phase),
            FileFaults = file.UnknownColumns.Count() + file.Rows.Where(x => !x.IsSuppressed).Sum(x => PublishedComparison.Recount(x).Count()),
        };
    }

    private static string AuthorityOf(SummariseAttendanceResponse schools) => schools.Rows.Count > 0
        ? schools.Rows.CountBy(x => x.Group[..3]).MaxBy(x => x.Value).Key
        : throw CommandException.WrongUsage("The hub has no school yet, and so no LA to compare: name one with --la.");

    private PublishedPeriod PeriodOf(PublishedRow[] rows)
    {
        var periods = rows.Select(x => x.Period).OfType<PublishedPeriod>().Distinct().ToList();
        if (on is { } day)
        {
            return periods.Where(x => x.From <= day && day <= x.To).MinBy(x => x.To.DayNumber - x.From.DayNumber)
                ?? throw CommandException.WrongUsage($"The file has no day, week or year with {day:yyyy-MM-dd} in it.");
        }
        return periods.Find(x => x.Kind == PublishedPeriodKind.YearToDate) ?? periods.MaxBy(x => x.From)
            ?? throw CommandException.WrongUsage("The file is neither by day nor by week nor of the year to date.");
    }
}

/// <summary>A hub's figures and DfE's of the same days.</summary>
internal sealed record Beside
{
    public required PublishedPeriod Period { get; init; }

    /// <summary>How far the hub's figures go.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The hub's, by phase.</summary>
    public required SummariseAttendanceResponse Hub { get; init; }

    /// <summary>The file's rows of the LA.</summary>
    public required IReadOnlyList<PublishedRow> OfLa { get; init; }

    /// <summary>The file's rows of England, by phase.</summary>
    public required IReadOnlyDictionary<string, PublishedRow> OfEngland { get; init; }

    /// <summary>Figures of the file that do not follow from its own sessions, and columns of it that are not known.</summary>
    public required int FileFaults { get; init; }

    /// <summary>The hub's row of a phase; of all those that the file has of the LA, for its total.</summary>
    public HubPhase HubOf(string phase)
    {
        var rows = Hub.Rows.Where(x => phase == PublishedRow.TotalPhase ? OfLa.Any(y => y.Phase == x.Group) : x.Group == phase).ToList();
        var (counted, persistent) = (rows.Sum(x => x.EnrolmentCount), rows.Sum(x => x.PersistentlyAbsent.Count));
        return new(
            rows.Sum(x => x.SchoolCount), CodeCounts.Of(rows.SelectMany(x => x.SessionsByCode).Select(x => KeyValuePair.Create(AttendanceCode.Parse(x.Key), x.Value))),
            counted == 0 ? null : PublishedRate.Of(persistent, counted));
    }
}

/// <summary>One phase as the hub has it.</summary>
internal sealed record HubPhase(int Schools, CodeCounts Sessions, double? PersistentPercent);
