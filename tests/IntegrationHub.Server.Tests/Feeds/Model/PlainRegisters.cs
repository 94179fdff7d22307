using IntegrationHub.Contracts.Registers.V1;

namespace IntegrationHub.Server.Tests.Feeds.Model;

/// <summary>The registers that were accepted, and what they come to.</summary>
internal sealed class PlainRegisters
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly List<(RegisterSubmission Register, DateTime Received)> _registers = [];

    /// <summary>Marks that were quarantined.</summary>
    public int Quarantined { get; private set; }

    public static bool IsKnown(string code) => code is "" or "L" or "O" or "I" or "B";

    public static DateOnly DateOf(RegisterSubmission register) =>
        new(register.SessionDate.Year, register.SessionDate.Month, register.SessionDate.Day);

    /// <summary>The pupil whom a mark names, by the MIS's identifier or by the UPN.</summary>
    public static string PupilOf(RegisterMark mark) =>
        mark.PupilCase == RegisterMark.PupilOneofCase.Upn ? HistorySchool.MisOf(mark.Upn) : mark.MisPupilId;

    public static bool IsBelieved(DateTime time, DateTime received) => time <= received + Tolerance;

    public void Add(RegisterSubmission register, DateTime received, Answer answer)
    {
        Quarantined += answer.Notices.Count(x => x.Contains(" QUARANTINED ", StringComparison.Ordinal));
        _registers.Add((register, received));
    }

    /// <summary>Marks that no roll takes in now, whether or not one did before.</summary>
    public int Pending(PlainRoll roll) => _registers.Sum(x => x.Register.Marks.Count(
        mark => SaysSomething(mark) && roll.WhyWaiting(PupilOf(mark), DateOf(x.Register)) is not null));

    /// <summary>What counts for a pupil: for each session the mark with the latest time, of equals the last.</summary>
    public List<string> MarksOf(string pupil, PlainRoll roll)
    {
        var sessions =
            from x in _registers
            where roll.WhyWaiting(pupil, DateOf(x.Register)) is null
            from mark in x.Register.Marks
            where PupilOf(mark) == pupil && SaysSomething(mark)
            let given = mark.RecordTime?.ToDateTime()
            let time = given is { } made && IsBelieved(made, x.Received) ? made : x.Received
            group (time, mark) by (Date: DateOf(x.Register), x.Register.Session);
        return [.. sessions
            .OrderBy(x => x.Key)
            .Select(x => (x.Key, x.Aggregate((best, next) => next.time >= best.time ? next : best).mark))
            .Where(x => !x.mark.Withdrawn)
            .Select(x => $"{x.Key.Date:yyyy-MM-dd} {x.Key.Session} {x.mark.Code}")];
    }

    private static bool SaysSomething(RegisterMark mark) => mark.Withdrawn || (mark.Code.Length > 0 && IsKnown(mark.Code));
}
