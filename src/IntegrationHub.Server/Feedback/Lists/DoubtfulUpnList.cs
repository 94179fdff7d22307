using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Identity;
using IntegrationHub.Server.Identity;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Feedback.Lists;

/// <summary>A UPN to mend.</summary>
/// <param name="SharedWith">Where the others who have it are on the roll, by DfE number.</param>
internal sealed record DoubtfulUpn(int Laestab, KnownByNumber Pupil, UpnFault Fault, IReadOnlyList<int> SharedWith, string Place)
    : SchoolListEntry(Laestab, Place);

/// <summary>What is wrong with a UPN. The numbers equal the contract's; a test holds them together.</summary>
internal enum UpnFault
{
    Missing = 1,
    Malformed,
    WrongCheckLetter,
    Temporary,
    Shared,
    TwoDatesOfBirth,
}

/// <summary>Lists the pupils on a school's roll whose UPN is wrong, shared, temporary or missing.</summary>
internal sealed class DoubtfulUpnList(FeedbackBasis basis, SharedUpns shared, DateOnly asOf) : ISchoolList<DoubtfulUpn>
{
    private readonly AttendanceWindow _day = AttendanceWindow.Dates(asOf, asOf);

    public async Task<SchoolList<DoubtfulUpn>> ReadAsync(SchoolRow school, CancellationToken cancellationToken)
    {
        var surveyed = await basis.SurveyAsync(school, _day, cancellationToken);
        var numbers = await basis.NumbersAsync(school, cancellationToken);
        var children = new ListedChildren(basis.Restricted);
        var entries = (
            from enrolment in surveyed.Enrolments
            let facts = enrolment.Facts
            let pupil = numbers.Of(facts)
            from fault in Faults(facts, pupil.Upn)
            where children.MayList(facts.PupilId)
            select new DoubtfulUpn(
                facts.Stay.Laestab, pupil, fault.Fault, fault.SharedWith, $"{pupil.MisPupilId}/{facts.Stay.EnrolmentId}/{(int)fault.Fault}"))
            .ToList();
        return new(school, new(FeedbackState.Listed) { Window = _day, RestrictedChildren = children.LeftOut }, entries, surveyed.Freshness);
    }

    private IEnumerable<(UpnFault Fault, IReadOnlyList<int> SharedWith)> Faults(EnrolmentFacts facts, string text)
    {
        var defect = Upn.Examine(text, out var upn);
        if (defect != UpnDefect.None)
            yield return (ToFault(defect), []);
        if (upn.IsTemporary)
            yield return (UpnFault.Temporary, []);
        if (defect == UpnDefect.Missing)
            yield break;
        foreach (var others in shared.OthersWith(text, facts.PupilId).GroupBy(x => x.DateOfBirth == facts.DateOfBirth))
        {
            yield return (
                others.Key ? UpnFault.Shared : UpnFault.TwoDatesOfBirth,
                [.. others.SelectMany(x => x.Schools).Distinct().Order()]);
        }
    }

    private static UpnFault ToFault(UpnDefect defect) => defect switch
    {
        UpnDefect.WrongCheckLetter => UpnFault.WrongCheckLetter,
        UpnDefect.Malformed => UpnFault.Malformed,
        // A placeholder is read as no UPN when the roll comes in.
        _ => UpnFault.Missing,
    };
}
