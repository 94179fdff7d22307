using Google.Protobuf;
using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Contracts.Roll.V1;

namespace IntegrationHub.Server.Tests.Feeds.Fuzz;

/// <summary>A call that takes messages from outside.</summary>
/// <param name="Opening">For a stream: the opening that goes before.</param>
/// <param name="Sample">A message in good order.</param>
internal sealed record FuzzTarget(
    string Service, string Call, MessageParser Response, Func<Random, IMessage> Sample, Func<string, IMessage>? Opening = null)
{
    private const string Registers = "integrationhub.registers.v1.RegisterIngestService";
    private const string Roll = "integrationhub.roll.v1.RollService";
    private const string Casework = "integrationhub.casework.v1.CaseworkService";
    private const string Operations = "integrationhub.operations.v1.OperationsService";

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new(Registers, "SubmitRegisters", SubmitRegistersResponse.Parser,
            x => new SubmitRegistersRequest { Submission = new() { Sequence = 1, Register = FuzzSamples.Register(x) } },
            x => new SubmitRegistersRequest { Opening = new() { WriterId = x } }),
        new(Registers, "SubmitRegister", SubmitRegisterResponse.Parser,
            x => new SubmitRegisterRequest { WriterId = "unary", Register = FuzzSamples.Register(x) }),
        new(Registers, "GetWriterCheckpoint", GetWriterCheckpointResponse.Parser, _ => new GetWriterCheckpointRequest { WriterId = "unary" }),
        new(Roll, "SubmitRoll", SubmitRollResponse.Parser,
            x => new SubmitRollRequest { Submission = new() { Sequence = 1, Roll = FuzzSamples.Roll(x) } },
            x => new SubmitRollRequest { Opening = new() { WriterId = x } }),
        new(Roll, "SubmitRollChange", SubmitRollChangeResponse.Parser,
            x => new SubmitRollChangeRequest { WriterId = "unary", Roll = FuzzSamples.Roll(x) }),
        new(Casework, "SubmitCaseRecords", SubmitCaseRecordsResponse.Parser,
            x => new SubmitCaseRecordsRequest { Submission = new() { Sequence = 1, Submission = FuzzSamples.Cases(x) } },
            x => new SubmitCaseRecordsRequest { Opening = new() { WriterId = x } }),
        new(Casework, "SubmitCaseChange", SubmitCaseChangeResponse.Parser,
            x => new SubmitCaseChangeRequest { WriterId = "unary", Submission = FuzzSamples.Cases(x) }),
        new(Operations, "ApplySchools", ApplySchoolsResponse.Parser, FuzzSamples.Schools),
        new(Operations, "ApplyCalendar", ApplyCalendarResponse.Parser, FuzzSamples.Calendar),
        new(Operations, "ApplySources", ApplySourcesResponse.Parser, FuzzSamples.Sources),
        new(Operations, "ApproveSnapshot", ApproveSnapshotResponse.Parser,
            x => new ApproveSnapshotRequest { RequestId = FuzzSamples.Id(x), SnapshotId = FuzzSamples.Id(x) }),
        new(Operations, "ListFeeds", ListFeedsResponse.Parser, _ => new ListFeedsRequest()),
        new(Operations, "ListHeldSnapshots", ListHeldSnapshotsResponse.Parser, _ => new ListHeldSnapshotsRequest()),
    ];
}
