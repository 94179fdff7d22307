using System.Globalization;

namespace IntegrationHub.Interop.Tests.Languages;

/// <summary>Java as Debian has it: grpc-java on netty, and stubs that protoc makes.</summary>
public sealed class Java : Language
{
    private static readonly string Programs = Path.Combine(Repository.Clients, "java");

    private static readonly string[] Jars =
    [
        .. new[]
        {
            "grpc-api", "grpc-context", "grpc-core", "grpc-netty", "grpc-protobuf", "grpc-protobuf-lite", "grpc-stub",
            "netty-buffer", "netty-codec", "netty-codec-http", "netty-codec-http2", "netty-common", "netty-handler", "netty-resolver",
            "netty-transport", "perfmark-api", "protobuf", "guava", "gson", "geronimo-annotation-1.3-spec",
        }.Select(x => $"/usr/share/java/{x}.jar"),
    ];

    // Folders of contracts that the programs use; javac takes its time over generated code.
    private static readonly string[] Used = ["integrationhub/registers", "integrationhub/feed", "integrationhub/type", "grpc"];

    public override string System => "mis-java";

    /// <summary>Why these tests cannot run here; null: they can.</summary>
    public static string? Missing { get; } = FirstMissing(["javac", "java", "protoc", "grpc_java_plugin"], Jars);

    private string Generated => Path.Combine(Folder, "generated");

    private string Classes => Path.Combine(Folder, "classes");

    protected override async Task PrepareAsync()
    {
        Directory.CreateDirectory(Generated);
        await Tool.RunAsync("protoc",
        [
            "-I", Repository.Protos, "-I", Repository.Clients, $"--java_out={Generated}", $"--grpc-java_out={Generated}",
            $"--plugin=protoc-gen-grpc-java={Tool.Find("grpc_java_plugin")}",
            .. Used.SelectMany(Repository.Below), "rich_status.proto",
        ]);
        await Tool.RunAsync("javac", ["-nowarn", "-d", Classes, "-cp", string.Join(':', Jars), .. Sources(Generated), .. Sources(Programs)]);
    }

    // feed is the class Feed.
    protected override Task<string> RunAsync(string program, string address) => Tool.RunAsync("java",
        ["-cp", string.Join(':', Jars.Prepend(Classes)), CultureInfo.InvariantCulture.TextInfo.ToTitleCase(program), address]);

    private static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(folder, "*.java", SearchOption.AllDirectories);
}
