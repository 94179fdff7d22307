using IntegrationHub.Cli.Output;
using IntegrationHub.Client;

namespace IntegrationHub.Cli.Import;

/// <summary>One import under way: where it goes, what its submissions are called, and what is told about it.</summary>
internal sealed record ImportRun(HubClient Hub, ImportIdentity Identity, ImportReport Report, IProgressBoard Board)
{
    /// <summary>The good rows of a file, mapped; rows with faults are taken down and left out.</summary>
    /// <param name="read">Maps a row; what it cannot read it reports as faults of the row.</param>
    public IEnumerable<(T Value, long Line)> Read<T>(CsvFile file, Func<ImportRow, T> read)
    {
        var step = Board.Begin($"Importing {Path.GetFileName(file.Path)}", Math.Max(file.Length, 1));
        foreach (var row in file.Rows())
        {
            Report.CountRow();
            var value = read(row);
            if (row.IsGood)
                yield return (value, row.Line);
            else
                Report.Refuse(file.Path, row);
            if ((Report.Rows & 0x3FF) == 0)
                step.Report(file.Position, $"{Counted.Of(Report.Rows, "row")}");
        }
        step.Complete($"{Counted.Of(Report.Rows, "row")}");
    }
}
