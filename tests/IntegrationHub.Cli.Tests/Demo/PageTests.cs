using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace IntegrationHub.Cli.Tests.Demo;

[Collection(DemoRuns.Name)]
public sealed partial class PageTests(DemoFixture demo)
{
    private static readonly HttpClient Http = new();

    [Fact]
    public async Task Page_ShowsTheFiguresThatTheReportGives()
    {
        var page = Plain(await Http.GetStringAsync(demo.Hub.PageAddress));
        var coverage = JsonDocument.Parse((await ReportAsync("coverage", "--json")).Output).RootElement.GetProperty("coverage");

        page.ShouldContain($"{coverage.GetProperty("without_la_lead_and_plan").GetInt32()} of whom");
        page.ShouldContain($"with an LA lead and a plan {coverage.GetProperty("la_coverage_percent").GetDouble():0.0} %");
        page.ShouldContain($"with any named lead and a plan {coverage.GetProperty("any_coverage_percent").GetDouble():0.0} %");
        page.ShouldContain($"No lead {coverage.GetProperty("none").GetInt32()} ");
        page.ShouldContain($"Not in school once {coverage.GetProperty("never_attended").GetInt32()} ");
        page.ShouldContain("city-2021-600-6-registers-1");
        page.ShouldContain("Children's social care fit");
    }

    [Fact]
    public async Task Page_NeedsNoScriptAndNothingFromElsewhere()
    {
        using var response = await Http.GetAsync(demo.Hub.PageAddress);
        var markup = await response.Content.ReadAsStringAsync();

        markup.ShouldNotContain("<script");
        markup.ShouldNotContain("<link");
        markup.ShouldNotContain(" src=");
        markup.ShouldContain("http-equiv=\"refresh\" content=\"30\"");
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");
    }

    [Fact]
    public async Task PagePort_DoesNotAnswerGrpc()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{demo.Hub.PageAddress}integrationhub.operations.v1.OperationsService/ListFeeds")
        {
            Content = new ByteArrayContent([0, 0, 0, 0, 0]) { Headers = { ContentType = new("application/grpc") } },
        };

        using var response = await Http.SendAsync(request);

        response.IsSuccessStatusCode.ShouldBeFalse();
    }

    [Fact]
    public async Task GrpcPort_DoesNotShowThePage()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, demo.Hub.GrpcAddress)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        using var response = await Http.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Page_UnderAnotherSitesName_IsNotShown()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, demo.Hub.PageAddress) { Headers = { Host = "elsewhere.example" } };

        using var response = await Http.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<CommandRun> ReportAsync(params string[] rest) => await CommandRun.OfAsync(["report", .. rest, "--hub", demo.Hub.GrpcAddress]);

    /// <summary>The page's words, with the tiles' order as in the markup: label, figure, note.</summary>
    private static string Plain(string markup) =>
        Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(markup[markup.IndexOf("<body", StringComparison.Ordinal)..], " ")), " ");

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
