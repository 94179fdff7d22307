using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Domain;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Identity;
using IntegrationHub.Server.Feeds;
using IntegrationHub.Server.Schools;
using IntegrationHub.Server.Security;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Journal;
using Microsoft.Extensions.Options;
using SchoolSession = IntegrationHub.Contracts.Registers.V1.SchoolSession;

namespace IntegrationHub.Server.Registers;

/// <summary>
/// The feed of registers. A register is refused whole for a fault of the register; a bad mark is set aside by its index and the
/// others count, so that one odd code does not blank thirty children.
/// </summary>
internal sealed class RegisterProtocol(SchoolDirectory schools, SchoolRolls rolls, IOptions<HubOptions> options, TimeProvider clock)
    : FeedProtocol<SubmitRegistersRequest, SubmitRegistersResponse, RegisterSubmission>
{
    public override Storage.Model.Feed Feed => Storage.Model.Feed.Registers;

    public override FeedOpening? OpeningOf(SubmitRegistersRequest request) => request.Opening;

    public override (long Sequence, RegisterSubmission Submission)? SubmissionOf(SubmitRegistersRequest request) =>
        request.Submission is { Register: { } register } sequenced ? (sequenced.Sequence, register) : null;

    public override SubmitRegistersResponse Response(FeedAcceptance acceptance) => new() { Acceptance = acceptance };

    public override SubmitRegistersResponse Response(FeedReceipt receipt) => new() { Receipt = receipt };

    public override SubmitRegistersResponse Response(FeedProgress progress) => new() { Progress = progress };

    public override string SubmissionIdOf(RegisterSubmission submission) => submission.SubmissionId;

    public override async ValueTask<SubmissionCheck> CheckAsync(
        Caller caller, RegisterSubmission register, DateTime receivedTime, CancellationToken cancellationToken)
    {
        var school = Urn.TryParse(register.SchoolUrn, out var urn) ? await schools.FindAsync(caller.Authority, urn.Value) : null;
        if (school is null)
        {
            return SubmissionCheck.Refused(Reason.UnknownSchool,
                "No school of this authority has this URN. Check the URN, or ask the LA to add the school.", "school_urn");
        }
        if (RefusalOf(register, school, out var date) is { } refusal)
            return new() { Refusal = refusal };
        var session = SessionNumber.Of(date, (Domain.Attendance.SchoolSession)register.Session);
        var roll = await rolls.GetAsync(new SchoolKey(caller.Authority, school.Laestab));
        return new()
        {
            School = school.Laestab,
            SessionNumber = session,
            Notices = NoticesOf(register, session, IsSchoolDay(school, date), receivedTime, roll),
        };
    }

    private Refusal? RefusalOf(RegisterSubmission register, SchoolEntry school, out DateOnly date)
    {
        date = default;
        if (register.SessionDate.ToDateOnly() is not { Year: >= CivilDates.FirstYear } day)
            return new(Reason.InvalidDate, "The session date is missing or is no date. Give year, month and day.", "session_date");
        date = day;
        if (register.Session is not (SchoolSession.Am or SchoolSession.Pm))
            return new(Reason.InvalidSession, "Say whether it is the morning or the afternoon session.", "session");
        if (day < school.OpenDate || day > school.CloseDate)
            return new(Reason.SchoolClosed, "The school was not open under this URN on this date. Check the date, or use its new URN.", "session_date");
        if (day > clock.Today(options.Value.TimeZone))
            return new(Reason.DateInFuture, "The session date lies in the future. Send a register when it has been taken.", "session_date");
        if (school.Calendar is { } calendar && calendar.Knows(AcademicYear.FromDate(day)) && !calendar.IsWithinYear(day))
        {
            return new(Reason.DateOutsideSchoolYear,
                "The session date lies outside the school's terms on file. Check the date, or ask the LA to add the term.", "session_date");
        }
        if (register.Marks.Count == 0)
            return new(Reason.RegisterEmpty, "The register holds no marks. Send it when it has been taken.", "marks");
        return register.Marks.Count > options.Value.Registers.MaxMarks
            ? new(Reason.TooManyItems, $"The register holds {register.Marks.Count:N0} marks; at most {options.Value.Registers.MaxMarks:N0} are taken. Split it.", "marks")
            : null;
    }

    /// <summary>Whether the school was due to be open; also where no calendar says that it was not.</summary>
    private static bool IsSchoolDay(SchoolEntry school, DateOnly date) =>
        school.Calendar is not { } calendar || !calendar.Knows(AcademicYear.FromDate(date)) || calendar.IsSchoolDay(date);

    private List<ItemNotice> NoticesOf(RegisterSubmission register, int session, bool isSchoolDay, DateTime receivedTime, SchoolRoll roll)
    {
        List<ItemNotice> notices = [];
        var reader = new MarkReader(session, RecordTimeBounds.Of(session, receivedTime, options.Value.Registers), roll.Mends);
        var date = SessionNumber.DateOf(session);
        // By enrolment: a pupil named once by UPN and once by the MIS's identifier is one pupil all the same.
        var seen = new HashSet<long>(register.Marks.Count);
        for (var i = 0; i < register.Marks.Count; i++)
        {
            var mark = reader.Read(register.Marks[i]);
            if (mark.SaysNothing)
                continue;
            var (enrolment, waiting) = roll.Find(mark.Pupil, date);
            var notice = mark.Fault is { } fault ? new ItemNotice(i, ItemOutcome.Quarantined, fault)
                : waiting is not null ? new ItemNotice(i, ItemOutcome.Pending, waiting)
                : !seen.Add(enrolment) ? new ItemNotice(i, ItemOutcome.Warning, Reason.PupilRepeated)
                : reader.Warning(register.Marks[i], mark) is { } warning ? new ItemNotice(i, ItemOutcome.Warning, warning)
                : !isSchoolDay && AttendanceCode.FromIndex(mark.Code).IsPossible ? new ItemNotice(i, ItemOutcome.Warning, Reason.NoSchoolDay)
                : default;
            if (notice != default)
                notices.Add(notice);
        }
        return notices;
    }
}
