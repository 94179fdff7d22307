using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Domain.Tests.Attendance;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Tests.Attendance.Summaries;

/// <summary>
/// A second opinion on summaries: loops over a plain list of marks that follow the rules as they are written, and know no strip.
/// </summary>
internal sealed class PlainSummary(RandomTown town, DateOnly from, DateOnly to, SummaryBasis basis)
{
    private sealed record Unit(object Whose, TownStay Told, TownMark Mark);

    /// <summary>Each group that has any mark, in words that an answer is put into as well.</summary>
    public SortedDictionary<string, string> Read(SummaryGrouping first, SummaryGrouping second)
    {
        var groups = Units().GroupBy(x => $"{PlainGroups.Of(x.Told, x.Mark.Date, first)}/{(second == 0 ? "" : PlainGroups.Of(x.Told, x.Mark.Date, second))}");
        return new(groups.ToDictionary(x => x.Key, x => InWords([.. x])), StringComparer.Ordinal);
    }

    public static SortedDictionary<string, string> InWords(SummariseAttendanceResponse answer) => new(
        answer.Rows.Where(x => x.SessionsByCode.Count > 0).ToDictionary(x => $"{x.Group}/{x.SecondGroup}", InWords), StringComparer.Ordinal);

    private static string InWords(AttendanceSummary row) => string.Join(
        ' ', $"{row.SchoolCount} schools, {row.EnrolmentCount + row.ChildCount} counted;",
        string.Join(',', row.SessionsByCode.OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => $"{x.Key}={x.Value}")),
        $"possible {row.Measures.PossibleSessions} attended {row.Measures.AttendedSessions} activity {row.Measures.ApprovedEducationalActivitySessions}",
        $"authorised {row.Measures.AuthorisedAbsenceSessions} unauthorised {row.Measures.UnauthorisedAbsenceSessions} late {row.Measures.LateSessions}",
        $"outside {row.Measures.NotPossibleSessions} attendance {row.Measures.AttendancePercent:R} absence {row.Measures.OverallAbsencePercent:R}",
        $"authorised {row.Measures.AuthorisedAbsencePercent:R} unauthorised {row.Measures.UnauthorisedAbsencePercent:R} late {row.Measures.LatePercent:R}",
        $"persistent {row.PersistentlyAbsent.Count} severe {row.SeverelyAbsent.Count} chronic {row.ChronicallyAbsent.Count} {row.ChronicallyAbsent.Percent:R}");

    private string InWords(List<Unit> units)
    {
        string[] codes = [.. units.Select(x => x.Mark.Code)];
        var wholes = units.GroupBy(x => x.Whose).Select(x => x.Select(y => y.Mark.Code).ToArray()).ToList();
        var possible = wholes.Where(x => x.Any(PlainCodes.IsPossible)).ToList();
        var chronic = possible.Count(x => Attended(x) * 2 < Possible(x));
        return string.Join(
            ' ', $"{units.Select(x => x.Told.Row.Laestab).Distinct().Count()} schools, {(basis == SummaryBasis.Published ? possible : wholes).Count} counted;",
            string.Join(',', codes.GroupBy(x => x).OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => $"{x.Key}={x.Count()}")),
            $"possible {Possible(codes)} attended {Attended(codes)} activity {codes.Count(PlainCodes.Activity.Contains)}",
            $"authorised {codes.Count(PlainCodes.Authorised.Contains)} unauthorised {codes.Count(PlainCodes.Unauthorised.Contains)} late {codes.Count(IsLate)}",
            $"outside {codes.Length - Possible(codes)} attendance {Rate(Attended(codes), codes):R} absence {Rate(codes.Count(PlainCodes.IsAbsent), codes):R}",
            $"authorised {Rate(codes.Count(PlainCodes.Authorised.Contains), codes):R} unauthorised {Rate(codes.Count(PlainCodes.Unauthorised.Contains), codes):R} late {Rate(codes.Count(IsLate), codes):R}",
            $"persistent {possible.Count(x => x.Count(PlainCodes.IsAbsent) * 10 >= Possible(x))} severe {possible.Count(x => x.Count(PlainCodes.IsAbsent) * 2 >= Possible(x))}",
            $"chronic {chronic} {(possible.Count == 0 ? 0 : (double)chronic / possible.Count * 100):R}");
    }

    private IEnumerable<Unit> Units()
    {
        var marks = town.Marks.Where(x => Counts(x.Stay) && Covers(x.Stay, x.Date) && x.Date >= from && x.Date <= to);
        if (basis != SummaryBasis.Child)
            return marks.Where(x => basis != SummaryBasis.Published || IsPublished(x)).Select(x => new Unit(x.Stay, x.Stay, x));
        return marks
            .GroupBy(x => (x.Stay.Pupil, x.Date, x.Session))
            .Select(x => new Unit(x.Key.Pupil, MainOf(x.Key.Pupil), x.MinBy(y => Array.IndexOf(Preference, y.Code))!));
    }

    // Attended before authorised before unauthorised before what is not possible; D last; then by the order of the code list.
    private static readonly string[] Preference =
        ["/", "\\", "L", "V", "B", "C2", "I", "F", "N", "O", "U", "X", "Y1", "Z", "#", "D"];

    private TownStay MainOf(PupilRow pupil) => town.Stays
        .Where(x => x.Pupil == pupil && Counts(x) && x.Row.EntryDate <= to && !(x.Row.LeavingDate < from))
        .OrderBy(x => Covers(x, to) ? 0 : 1)
        .ThenBy(x => x.Row.Status == EnrolmentStatus.Main ? 0 : 1)
        .ThenByDescending(x => x.Row.EntryDate)
        .ThenBy(x => x.Row.Laestab)
        .First();

    private static bool Counts(TownStay stay) => !stay.Row.Removed && stay.Row.Status != EnrolmentStatus.Guest;

    private static bool Covers(TownStay stay, DateOnly date) => date >= stay.Row.EntryDate && !(date > stay.Row.LeavingDate);

    private static bool IsPublished(TownMark mark)
    {
        var year = mark.Date.Month >= 8 ? mark.Date.Year : mark.Date.Year - 1;
        var secondHalf = year == 2021 ? new DateOnly(2022, 5, 30) : new DateOnly(2021, 5, 31);
        var age = Enumerable.Range(0, 30).Last(x => mark.Stay.Pupil.DateOfBirth.AddYears(x) <= new DateOnly(year, 8, 31));
        var begins = mark.Stay.Row.EntryDate;
        return age is >= 5 and <= 15
            && !(age == 15 && mark.Date >= secondHalf)
            && !(begins >= secondHalf && begins <= new DateOnly(year + 1, 7, 31));
    }

    private static int Possible(string[] codes) => codes.Count(PlainCodes.IsPossible);

    private static int Attended(string[] codes) => codes.Count(PlainCodes.IsAttended);

    private static bool IsLate(string code) => code is "L" or "U";

    private static double Rate(int part, string[] codes) => Possible(codes) == 0 ? 0 : (double)part / Possible(codes) * 100;
}
