using FsCheck;
using FsCheck.Fluent;
using Grpc.Core;
using IntegrationHub.Client.Tests.FakeHub;

namespace IntegrationHub.Client.Tests;

/// <summary>Ways for a stream to end before its time.</summary>
internal static class FeedBreaks
{
    public static Gen<StreamScript> Any() =>
        from after in Gen.Choose(1, 40)
        from window in Gen.Choose(1, 30)
        from kind in Gen.Choose(0, 4)
        select kind switch
        {
            0 => new StreamScript { TearAfter = after, MaxOutstanding = window },
            1 => new StreamScript { SettleSilentlyThenTear = Math.Min(after, window), MaxOutstanding = window },
            2 => new StreamScript { DrainAfter = after, MaxOutstanding = window },
            3 => new StreamScript { EndAfter = after, MaxOutstanding = window },
            _ => new StreamScript { FailAfter = after, MaxOutstanding = window, Failure = RpcErrors.With(StatusCode.Unavailable, "STORE_UNAVAILABLE", TimeSpan.FromMilliseconds(2)) },
        };
}
