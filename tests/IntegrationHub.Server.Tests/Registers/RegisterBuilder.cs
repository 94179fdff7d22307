using Google.Protobuf.WellKnownTypes;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Contracts.Type.V1;

namespace IntegrationHub.Server.Tests.Registers;

/// <summary>Registers for tests: one school, one Monday morning unless said otherwise.</summary>
internal static class RegisterBuilder
{
    public const int Urn = 900001;
    public const int Laestab = 8512001;
    public static readonly DateOnly Monday = new(2021, 9, 13);

    public static RegisterSubmission Register(params RegisterMark[] marks) => Register(Monday, SchoolSession.Am, marks);

    public static RegisterSubmission Register(DateOnly date, SchoolSession session, params RegisterMark[] marks) => new()
    {
        SubmissionId = Guid.NewGuid().ToString(),
        SchoolUrn = Urn.ToString(System.Globalization.CultureInfo.InvariantCulture),
        SessionDate = new Date { Year = date.Year, Month = date.Month, Day = date.Day },
        Session = session,
        Marks = { marks },
    };

    public static RegisterMark Mark(string misPupilId, string code, DateTime? recordTime = null) => new()
    {
        MisPupilId = misPupilId,
        Code = code,
        RecordTime = recordTime is { } time ? Timestamp.FromDateTime(time) : null,
    };

    public static SubmitRegistersRequest Opening(string writer = "writer-1") => new() { Opening = new() { WriterId = writer } };

    public static SubmitRegistersRequest Sequenced(long sequence, RegisterSubmission register) =>
        new() { Submission = new() { Sequence = sequence, Register = register } };
}
