using System.Reflection;
using System.Text.RegularExpressions;
using IntegrationHub.Domain;

namespace IntegrationHub.Server.Tests.Errors;

/// <summary>What the catalogue tells of errors is what the code does.</summary>
public sealed partial class CatalogueStatusTests
{
    public static TheoryData<string, string> Errors
    {
        get
        {
            var errors = new TheoryData<string, string>();
            foreach (var (reason, status) in Sources().SelectMany(Read).Distinct())
                errors.Add(reason, status);
            return errors;
        }
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public void Error_HasTheStatusThatTheCatalogueTells(string constant, string status)
    {
        var reason = (string)typeof(Reason).GetField(constant, BindingFlags.Public | BindingFlags.Static)!.GetRawConstantValue()!;
        ReasonCatalogue.Find(reason)!.Effects.Select(x => x.Status.ToString()).ShouldContain(status);
    }

    [Fact]
    public void Sources_HoldErrors() => Errors.Count.ShouldBeGreaterThan(20);

    private static IEnumerable<(string Reason, string Status)> Read(string source) => ErrorCall().Matches(source).Select(x => (
        x.Groups["reason"].Value, x.Groups["status"].Success ? x.Groups["status"].Value : x.Groups["method"].Value));

    private static IEnumerable<string> Sources()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "IntegrationHub.sln")))
            folder = folder.Parent!;
        return Directory.EnumerateFiles(Path.Combine(folder.FullName, "src", "IntegrationHub.Server"), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText);
    }

    [GeneratedRegex(@"RpcErrors\.(?<method>\w+)\(\s*(?:StatusCode\.(?<status>\w+),\s*)?Reason\.(?<reason>\w+)")]
    private static partial Regex ErrorCall();
}
