namespace IntegrationHub.Interop.Tests.Languages;

/// <summary>Node, which loads the contracts at run time.</summary>
public sealed class Node : Language
{
    private static readonly string Programs = Path.Combine(Repository.Clients, "node");

    public override string System => "mis-node";

    /// <summary>Why these tests cannot run here; null: they can.</summary>
    public static string? Missing { get; } = FirstMissing(
        ["node"], [Path.Combine(Programs, "node_modules", "@grpc", "grpc-js"), Path.Combine(Programs, "node_modules", "@grpc", "proto-loader")]);

    protected override Task PrepareAsync() => Task.CompletedTask;

    protected override Task<string> RunAsync(string program, string address) =>
        Tool.RunAsync("node", [Path.Combine(Programs, $"{program}.js"), address]);
}
