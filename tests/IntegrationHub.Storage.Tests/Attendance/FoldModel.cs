using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Storage.Tests.Attendance;

/// <summary>
/// The rule read plainly and slowly: of all marks for a pupil in a session, from registers of days on which the pupil is on the
/// roll, the one with the latest record time counts, then the later register, then the later mark in it.
/// </summary>
internal sealed class FoldModel
{
    private readonly List<(long Position, RegisterStep Register)> _registers = [];
    private readonly Dictionary<string, RollStep> _roll = [];

    public Dictionary<string, long> Enrolments { get; } = [];

    public void State(RollStep stay) => _roll[stay.Pupil] = stay;

    public void Add(RegisterStep register, long position) => _registers.Add((position, register));

    public IEnumerable<(long Enrolment, int Session)> Slots() =>
        from enrolment in Enrolments.Values
        from session in _registers.Select(x => x.Register.SessionNumber).Distinct()
        select (enrolment, session);

    public (byte Code, int? MinutesLate) Expect(long enrolment, int session)
    {
        var pupil = Enrolments.Single(x => x.Value == enrolment).Key;
        if (!IsEnrolled(pupil, session))
            return (0, null);
        var marks =
            from row in _registers
            where row.Register.SessionNumber == session
            from mark in row.Register.Marks.Select((mark, index) => (mark, index))
            where mark.mark.Pupil.Value == pupil && mark.mark.Fault is null && mark.mark.Code != 0
            orderby mark.mark.RecordTime ?? FoldHistory.Minute(row.Register.ReceivedMinute), row.Position, mark.index
            select mark.mark;
        var last = marks.LastOrDefault();
        return (last.Code, last.MinutesLate);
    }

    public IEnumerable<(long, int, HeldMarkState)> Held() =>
        from row in _registers
        from mark in row.Register.Marks.Select((mark, index) => (mark, index))
        where mark.mark.Fault is not null || (mark.mark.Code != 0 && !IsEnrolled(mark.mark.Pupil.Value, row.Register.SessionNumber))
        select (row.Position, mark.index, mark.mark.Fault is null ? HeldMarkState.Pending : HeldMarkState.Quarantined);

    private bool IsEnrolled(string pupil, int session) =>
        _roll.TryGetValue(pupil, out var stay) && stay.Includes(SessionNumber.DateOf(session));
}
