using IntegrationHub.Cli.Commands.Feedback;
using IntegrationHub.Cli.Commands.Report;
using IntegrationHub.Server.Tables;

namespace IntegrationHub.Cli.Tests.Feedback;

/// <summary>docs/feedback.md is what people read; the columns are what the commands write.</summary>
public sealed class FeedbackDocumentTests
{
    private static readonly TableDescription[] Tables =
    [
        FeedbackConcernsCommand.Csv.About, FeedbackUnexplainedCommand.Csv.About, FeedbackRegistersCommand.Csv.About, FeedbackCodesCommand.Csv.About,
        FeedbackUpnsCommand.Csv.About, FeedbackTwoSchoolsCommand.Csv.About, ReportHealthAbsenceCommand.Csv.About, ReportLongIllnessesCommand.Csv.About,
    ];

    [Fact]
    public async Task Document_ShowsEveryTableAndColumnAsTheCommandsWriteThem()
    {
        var document = (await File.ReadAllTextAsync(Repository.PathOf("docs", "feedback.md"))).ReplaceLineEndings("\n");
        foreach (var table in Tables)
        {
            string[] lines = [$"### {table.Name}", "", table.Meaning, "", "| column | meaning | from |", "| --- | --- | --- |",
                .. table.Columns.Select(x => $"| `{x.Name}` | {x.Meaning} | {x.Source} |")];
            document.ShouldContain(string.Join('\n', lines));
        }
    }
}
