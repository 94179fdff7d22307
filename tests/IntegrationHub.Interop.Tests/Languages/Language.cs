using System.Text.Json;

namespace IntegrationHub.Interop.Tests.Languages;

/// <summary>
/// A language that a vendor writes in. Its programs below clients/ take the hub's address and print one line of JSON: what they
/// have seen.
/// </summary>
public abstract class Language : IDisposable
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly Lazy<Task> _prepared;

    protected Language() => _prepared = new(PrepareAsync);

    /// <summary>The system that its programs call as.</summary>
    public abstract string System { get; }

    /// <summary>A folder of its own, for what is generated.</summary>
    protected string Folder { get; } = Directory.CreateTempSubdirectory("hub-interop-").FullName;

    /// <summary>Runs one of its programs against a hub.</summary>
    public async Task<T> RunAsync<T>(string program, string address)
    {
        await _prepared.Value;
        return JsonSerializer.Deserialize<T>(await RunAsync(program, address), SnakeCase)!;
    }

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes its stubs, and compiles its programs where they need to be.</summary>
    protected abstract Task PrepareAsync();

    protected abstract Task<string> RunAsync(string program, string address);

    /// <summary>What there is not, of what must be there; null when all is.</summary>
    protected static string? FirstMissing(IEnumerable<string> programs, IEnumerable<string> files) =>
        programs.FirstOrDefault(x => Tool.Find(x) is null) is { } program ? $"{program} is not on the PATH; tests/run installs it."
        : files.FirstOrDefault(x => !Path.Exists(x)) is { } file ? $"{file} is missing; tests/run installs it."
        : null;
}
