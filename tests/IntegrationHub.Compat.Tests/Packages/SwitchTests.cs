namespace IntegrationHub.Compat.Tests.Packages;

/// <summary>
/// The real four need not be restorable here, so this looks at what would be restored: the projects as MSBuild evaluates them.
/// </summary>
public class SwitchTests
{
    private const string Own = "tests/IntegrationHub.Compat.Tests/IntegrationHub.Compat.Tests.csproj";

    private static readonly string[] Grpc = ["Grpc.Core.Api", "Grpc.Net.Common"];
    private static readonly string[] Redis = ["Pipelines.Sockets.Unofficial", "System.IO.Hashing"];

    public static TheoryData<string> Projects { get; } = [.. Repository.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public async Task Project_OnRegistryPackages_KnowsNoStandIn(string path)
    {
        var project = await Repository.EvaluateAsync(path, useRegistryPackages: true);

        project.StandIns.ShouldBeEmpty();
        project.Packages.Intersect([.. Grpc, .. Redis]).ShouldBe(Needed(project), ignoreOrder: true);
        project.PackagesWithVersion.ShouldContain(name => Grpc.Contains(name) || Redis.Contains(name), 4);
        project.LockFile.ShouldBe("packages.registry.lock.json");
    }

    [Fact]
    public async Task Project_OnStandIns_KnowsNoneOfThePackages()
    {
        var project = await Repository.EvaluateAsync(Own, useRegistryPackages: false);

        project.StandIns.ShouldBe([.. Grpc, .. Redis], ignoreOrder: true);
        project.Packages.Intersect([.. Grpc, .. Redis]).ShouldBeEmpty();
        project.LockFile.ShouldNotBe("packages.registry.lock.json");
    }

    [Fact]
    public void Projects_AreThoseOfTheRepository()
    {
        Repository.Projects.ShouldContain(Own);
        Repository.Projects.ShouldContain(path => path.StartsWith("src/", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Needed(EvaluatedProject project) =>
        [.. project.UsesGrpc ? Grpc : [], .. project.UsesRedis ? Redis : []];
}
