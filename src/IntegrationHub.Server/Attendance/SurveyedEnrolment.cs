using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Attendance;

/// <summary>One school with every enrolment of it that counts in a window.</summary>
/// <param name="Details">What its marks carry beside their codes. Empty unless the survey was to read them.</param>
internal sealed record SurveyedSchool(
    SchoolRow School, IReadOnlyList<SurveyedEnrolment> Enrolments, SchoolFreshness Freshness,
    IReadOnlyDictionary<(StripKey Strip, int Slot), MarkDetail> Details);

/// <summary>One enrolment: what the roll says, and its marks in the window.</summary>
internal sealed record SurveyedEnrolment(EnrolmentFacts Facts, WindowMarks Marks);

/// <summary>One child with every enrolment that counts in a window, the one it is told under first.</summary>
internal sealed record SurveyedChild(IReadOnlyList<SurveyedEnrolment> Enrolments)
{
    public EnrolmentFacts Main => Enrolments[0].Facts;

    public IReadOnlyList<WindowMarks> Marks { get; } = [.. Enrolments.Select(x => x.Marks)];

    /// <summary>The enrolments that are open on a date.</summary>
    public IEnumerable<EnrolmentFacts> OpenOn(DateOnly date) => Enrolments.Select(x => x.Facts).Where(x => x.Stay.IsOpenOn(date));
}
