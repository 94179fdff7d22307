namespace IntegrationHub.Interop.Tests.Languages;

/// <summary>Python as Debian has it: grpcio, and stubs that protoc makes.</summary>
public sealed class Python : Language
{
    // The system's own: another one, first on the PATH, would not see Debian's packages.
    private const string Interpreter = "/usr/bin/python3";

    private static readonly string Programs = Path.Combine(Repository.Clients, "python");

    public override string System => "mis-python";

    /// <summary>Why these tests cannot run here; null: they can.</summary>
    public static string? Missing { get; } = FirstMissing(
        ["protoc", "grpc_python_plugin"],
        [Interpreter, "/usr/lib/python3/dist-packages/grpc", "/usr/lib/python3/dist-packages/google/protobuf"]);

    protected override async Task PrepareAsync()
    {
        await GenerateAsync(["-I", Repository.Protos, "-I", Repository.Clients], [.. Repository.Below("integrationhub"), "rich_status.proto"]);
        // A package of ours called "grpc" would hide the real one, so these are generated as if they lay elsewhere.
        await GenerateAsync([.. Elsewhere("health"), .. Elsewhere("reflection")], ["grpc_health/v1/health.proto", "grpc_reflection/v1/reflection.proto"]);
    }

    protected override Task<string> RunAsync(string program, string address) => Tool.RunAsync(
        Interpreter, [Path.Combine(Programs, $"{program}.py"), address], ("PYTHONPATH", Folder), ("PYTHONDONTWRITEBYTECODE", "1"));

    private static string[] Elsewhere(string part) => ["-I", $"grpc_{part}={Path.Combine(Repository.Protos, "grpc", part)}"];

    private Task<string> GenerateAsync(IEnumerable<string> roots, IEnumerable<string> files) => Tool.RunAsync("protoc",
        [.. roots, $"--python_out={Folder}", $"--grpc_python_out={Folder}", $"--plugin=protoc-gen-grpc_python={Tool.Find("grpc_python_plugin")}", .. files]);
}
