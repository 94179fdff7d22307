using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Feedback.V1;

namespace IntegrationHub.Cli.Commands.Feedback;

/// <summary>Lists as CSV: one file of all schools, or in a folder a file for each school.</summary>
internal static class FeedbackFiles
{
    /// <param name="path">A folder that is there, or a text that ends like one: a file for each school that could be judged. Else the file.</param>
    /// <returns>The files written.</returns>
    public static async Task<IReadOnlyList<string>> SaveAsync<TEntry>(
        string path, string list, FeedbackFound<TEntry> found, CsvTable<FeedbackRow<TEntry>> table, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(path) && !Path.EndsInDirectorySeparator(path))
        {
            await table.SaveAsync(path, found.Rows, cancellationToken);
            return [path];
        }
        Directory.CreateDirectory(path);
        var rows = found.Rows.ToLookup(x => x.School.SchoolLaestab);
        var files = new List<string>();
        foreach (var school in found.Schools.Where(IsJudged))
        {
            var file = Path.Combine(path, NameOf(school, list));
            await table.SaveAsync(file, rows[school.SchoolLaestab], cancellationToken);
            files.Add(file);
        }
        return files;
    }

    /// <summary>A school of which nothing can be said has no file: an empty one would say that there is nothing to do.</summary>
    private static bool IsJudged(FeedbackSchool school) =>
        school.State is not (FeedbackState.Unspecified or FeedbackState.CalendarNotKnown or FeedbackState.NotDueYet);

    // The day is in the name, so that a file of last month is not taken for this one.
    private static string NameOf(FeedbackSchool school, string list) => $"{school.SchoolLaestab}-{list}-{school.Window.EndDate.ToText()}.csv";
}
