using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Storage.Attendance;

/// <summary>A register as the fold needs it, read from the bytes of its journal row.</summary>
/// <param name="SessionNumber"><see cref="Domain.Attendance.SessionNumber"/> of its session.</param>
/// <param name="Marks">The marks, by their index in the register.</param>
public sealed record DecodedRegister(int SessionNumber, DecodedMark[] Marks);

/// <summary>One mark of a register.</summary>
public readonly record struct DecodedMark
{
    public required PupilKey Pupil { get; init; }

    /// <summary>
    /// Index of the code; <see cref="AttendanceCode.NotMarkedIndex"/> says nothing, <see cref="AttendanceCode.WithdrawnIndex"/>
    /// takes an earlier mark back.
    /// </summary>
    public byte Code { get; init; }

    /// <summary>Why it cannot be read. Null: it can.</summary>
    public string? Fault { get; init; }

    /// <summary>The code as sent, where it is in no code set.</summary>
    public string? UnknownCode { get; init; }

    /// <summary>When it was made at the school, UTC. Null: not given, or not believed.</summary>
    public DateTime? RecordTime { get; init; }

    public int? MinutesLate { get; init; }
    public string? SourceCode { get; init; }
    public MarkAmendment? Amendment { get; init; }

    public bool SaysNothing => Fault is null && Code == AttendanceCode.NotMarkedIndex;

    public bool HasDetail => MinutesLate is not null || SourceCode is not null;
}

/// <summary>What is kept of an amended entry.</summary>
/// <param name="OriginalCode">The code before, as the MIS states it, in whatever words.</param>
/// <param name="Reason">Why.</param>
/// <param name="AmendedBy">Who.</param>
/// <param name="AmendTime">When, UTC.</param>
public sealed record MarkAmendment(string? OriginalCode, string? Reason, string? AmendedBy, DateTime? AmendTime);

/// <summary>Reads registers from their journal rows' bytes. Storage keeps bytes and does not know the messages.</summary>
public interface IRegisterDecoder
{
    /// <param name="payload">The canonical bytes of a register that was accepted.</param>
    /// <param name="receivedTime">When it was received, UTC: record times later than that are not believed.</param>
    /// <param name="mends">How what cannot be read by itself is to be read.</param>
    DecodedRegister Decode(byte[] payload, DateTime receivedTime, SchoolMends mends);
}
