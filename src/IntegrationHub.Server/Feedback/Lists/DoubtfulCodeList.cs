using IntegrationHub.Domain.Attendance;
using IntegrationHub.Server.Attendance;
using IntegrationHub.Server.Identity;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Feedback.Lists;

/// <summary>A code to mend, with how often it was entered.</summary>
/// <param name="Name">What its own era calls it. Empty: it is in no code set.</param>
internal sealed record DoubtfulCode(int Laestab, string Code, DoubtfulCodeKind Kind, string Name, DoubtfulSessions Sessions)
    : SchoolListEntry(Laestab, $"{(int)Kind}/{Code}");

/// <summary>How often something was entered, the first day and the last.</summary>
internal readonly record struct DoubtfulSessions(int Count, DateOnly First, DateOnly Last)
{
    public DoubtfulSessions With(DateOnly date) =>
        Count == 0 ? new(1, date, date) : new(Count + 1, date < First ? date : First, date > Last ? date : Last);
}

/// <summary>What is doubtful about a code. The numbers equal the contract's; a test holds them together.</summary>
internal enum DoubtfulCodeKind
{
    OtherEra = 1,
    Unknown,
}

/// <summary>Lists the codes that a school should mend: those not in force on their day, and those that are in no code set.</summary>
internal sealed class DoubtfulCodeList(FeedbackBasis basis, DateOnly asOf) : ISchoolList<DoubtfulCode>
{
    private static readonly bool[] NotInForceBefore2024 = NotInForceOn(CodeTable.EraBoundary.AddDays(-1));
    private static readonly bool[] NotInForceFrom2024 = NotInForceOn(CodeTable.EraBoundary);

    private readonly AttendanceWindow _window = AttendanceWindow.YearToDate(asOf);

    public async Task<SchoolList<DoubtfulCode>> ReadAsync(SchoolRow school, CancellationToken cancellationToken)
    {
        var surveyed = await basis.SurveyAsync(school, _window, cancellationToken);
        var children = new ListedChildren(basis.Restricted);
        var otherEra = new DoubtfulSessions[256];
        foreach (var enrolment in surveyed.Enrolments)
            Count(enrolment, children, otherEra);
        var codes = AttendanceCode.All
            .Where(code => otherEra[code.Index].Count > 0)
            .Select(code => new DoubtfulCode(
                school.Laestab, code.Value, DoubtfulCodeKind.OtherEra, code.NameOn(otherEra[code.Index].Last), otherEra[code.Index]))
            .ToList();
        codes.AddRange(await new UnknownCodes(basis, surveyed, _window).ReadAsync(children, cancellationToken));
        return new(
            school, new(FeedbackState.Listed) { Window = _window, RestrictedChildren = children.LeftOut }, codes, surveyed.Freshness);
    }

    private static void Count(SurveyedEnrolment enrolment, ListedChildren children, DoubtfulSessions[] otherEra)
    {
        foreach (var (range, marks) in enrolment.Marks.Years)
        {
            var (from, to) = marks.Clip(range.FromSlot, range.ToSlot);
            var codes = marks.Strip.Span;
            for (var slot = from; slot < to; slot++)
            {
                var date = range.Year.DateOf(slot);
                var doubtful = date < CodeTable.EraBoundary ? NotInForceBefore2024 : NotInForceFrom2024;
                if (doubtful[codes[slot]] && children.MayList(enrolment.Facts.PupilId))
                    otherEra[codes[slot]] = otherEra[codes[slot]].With(date);
            }
        }
    }

    private static bool[] NotInForceOn(DateOnly date)
    {
        var doubtful = new bool[256];
        foreach (var code in AttendanceCode.All)
            doubtful[code.Index] = !code.IsValidOn(date);
        return doubtful;
    }
}
