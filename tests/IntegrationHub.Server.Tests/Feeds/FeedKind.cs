using System.Reflection;
using Xunit.Sdk;

namespace IntegrationHub.Server.Tests.Feeds;

/// <summary>The kinds of feed. Their rules are the same.</summary>
public enum FeedKind
{
    Registers,
    Roll,
    Casework,
}

/// <summary>Runs a theory for each kind of feed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EachFeedAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => Enum.GetValues<FeedKind>().Select(x => new object[] { x });
}

/// <summary>Runs a theory for each kind of feed that has snapshots.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EachSnapshotFeedAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[FeedKind.Roll], [FeedKind.Casework]];
}
