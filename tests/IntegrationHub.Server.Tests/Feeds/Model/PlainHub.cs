using System.Globalization;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Domain;

namespace IntegrationHub.Server.Tests.Feeds.Model;

/// <summary>
/// The contract read plainly: everything that was ever sent is kept in lists, and each question goes through all of it. Slow, and
/// short enough to be seen to be right. It serves one school.
/// </summary>
internal sealed class PlainHub(string schoolUrn, DateOnly today)
{
    private readonly List<(Sent Sent, Answer Answer)> _settled = [];
    private readonly Dictionary<Writer, long> _watermarks = [];
    private int _accepted;

    public PlainRoll Roll { get; } = new();

    public PlainRegisters Registers { get; } = new();

    public DateTime Now { get; set; }

    public long WatermarkOf(Writer writer) => _watermarks.GetValueOrDefault(writer);

    /// <summary>Takes a submission whose turn it is, or which has none.</summary>
    public Answer Take(Sent sent)
    {
        if (sent.Sequence is { } sequence)
            _watermarks[sent.Writer] = sequence;
        var answer = Settled(sent) ?? Judge(sent);
        _settled.Add((sent, answer));
        return answer;
    }

    /// <summary>The answer to a submission under a sequence that has been used. Null: it is not what had it, and the stream ends.</summary>
    public Answer? TakeAgain(Sent sent) => Settled(sent);

    /// <summary>The LA approves a snapshot.</summary>
    /// <returns>Why it cannot; null: it has.</returns>
    public string? Approve(string snapshotId) => Roll.Approve(snapshotId);

    /// <summary>What an id was answered with before: the same content the same again, other content with a refusal.</summary>
    private Answer? Settled(Sent sent)
    {
        foreach (var (before, answer) in _settled.Where(x => x.Sent.IsRegister == sent.IsRegister))
        {
            if (before.Message.Equals(sent.Message))
                return answer.Again();
            if (HasId(sent) && Guid.Parse(sent.Id) == (HasId(before) ? Guid.Parse(before.Id) : Guid.Empty))
                return new Answer { Refused = Reason.SubmissionIdReused };
        }
        return null;
    }

    private Answer Judge(Sent sent)
    {
        var answer = sent switch
        {
            _ when !HasId(sent) => new Answer { Refused = Reason.InvalidSubmissionId },
            { Message: RegisterSubmission register } => JudgeRegister(register),
            { Sequence: null, Message: RollSubmission { Records: not { SnapshotId: "" } } } => new Answer { Refused = Reason.DeltaExpected },
            _ => Roll.Take(sent.Writer, (RollSubmission)sent.Message, _accepted + 1),
        };
        if (answer.Refused is not null)
            return answer;
        _accepted++;
        if (sent.Message is RegisterSubmission accepted)
            Registers.Add(accepted, Now, answer);
        return answer with { Order = _accepted, AcceptTime = Now };
    }

    private Answer JudgeRegister(RegisterSubmission register)
    {
        if (register.SchoolUrn != schoolUrn)
            return new Answer { Refused = Reason.UnknownSchool };
        if (register.Session == SchoolSession.Unspecified)
            return new Answer { Refused = Reason.InvalidSession };
        if (PlainRegisters.DateOf(register) > today)
            return new Answer { Refused = Reason.DateInFuture };
        return register.Marks.Count == 0 ? new Answer { Refused = Reason.RegisterEmpty } : new Answer { Notices = NoticesOf(register) };
    }

    private List<string> NoticesOf(RegisterSubmission register)
    {
        var notices = new List<string>();
        var pupils = new HashSet<string>();
        foreach (var (index, mark) in register.Marks.Index())
        {
            if (!mark.Withdrawn && !PlainRegisters.IsKnown(mark.Code))
                notices.Add(Answer.Notice(index, "QUARANTINED", Reason.UnknownCode));
            else if (!mark.Withdrawn && mark.Code.Length == 0)
                continue;
            else if (Roll.WhyWaiting(PlainRegisters.PupilOf(mark), PlainRegisters.DateOf(register)) is { } waiting)
                notices.Add(Answer.Notice(index, "PENDING", waiting));
            else if (!pupils.Add(PlainRegisters.PupilOf(mark)))
                notices.Add(Answer.Notice(index, "WARNING", Reason.PupilRepeated));
            else if (mark.RecordTime is { } time && !PlainRegisters.IsBelieved(time.ToDateTime(), Now))
                notices.Add(Answer.Notice(index, "WARNING", Reason.RecordTimeOutOfBounds));
        }
        return notices;
    }

    private static bool HasId(Sent sent) => Guid.TryParse(sent.Id, CultureInfo.InvariantCulture, out var id) && id != Guid.Empty;
}
