using Grpc.Core;

namespace IntegrationHub.Client.Tests.FakeHub;

/// <summary>How the fake hub treats one stream. The default treats it well until the writer closes.</summary>
internal sealed record StreamScript
{
    public static StreamScript Well { get; } = new();

    /// <summary>Ends the stream with this instead of accepting it.</summary>
    public RpcException? RefuseOpening { get; init; }

    /// <summary>Tears the connection after so many receipts.</summary>
    public int? TearAfter { get; init; }

    /// <summary>Settles so many submissions, keeps their receipts back and tears the connection.</summary>
    public int? SettleSilentlyThenTear { get; init; }

    /// <summary>Announces the close after so many receipts.</summary>
    public int? DrainAfter { get; init; }

    /// <summary>Ends the stream with <see cref="Failure"/> after so many receipts.</summary>
    public int? FailAfter { get; init; }

    public RpcException? Failure { get; init; }

    /// <summary>Ends the stream with this over its first submission, which gets no receipt.</summary>
    public RpcException? FailOverFirst { get; init; }

    /// <summary>Sends each receipt twice.</summary>
    public bool RepeatReceipts { get; init; }

    /// <summary>Sends a receipt for the sequence after the one due.</summary>
    public bool SkipAReceipt { get; init; }

    /// <summary>Sends neither receipts nor heartbeats after the acceptance.</summary>
    public bool FallSilent { get; init; }

    /// <summary>Keeps receipts back until the test lets them go.</summary>
    public Task? HoldReceipts { get; init; }

    /// <summary>Ends the stream in good order, unasked, after so many receipts.</summary>
    public int? EndAfter { get; init; }

    /// <summary>Gives this watermark in the acceptance instead of the true one.</summary>
    public long? PretendWatermark { get; init; }

    public int MaxOutstanding { get; init; } = 100;

    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(5);
}
