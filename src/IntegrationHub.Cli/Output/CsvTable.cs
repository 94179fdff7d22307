using IntegrationHub.Server;
using IntegrationHub.Server.Tables;

namespace IntegrationHub.Cli.Output;

/// <summary>A table that a command can write as CSV: each column stands once in code, with what it means.</summary>
/// <param name="About">What the table is. docs/feedback.md shows it.</param>
/// <param name="Columns">Its columns, in order.</param>
internal sealed record CsvTable<TRow>(TableDescription About, IReadOnlyList<Column<TRow>> Columns)
{
    private const int ChunkBytes = 64 * 1024;

    public static CsvTable<TRow> Of(string name, string meaning, params IReadOnlyList<Column<TRow>> columns) =>
        new(new TableDescription(name, meaning, [.. columns.Select(x => x.About)]), columns);

    /// <summary>Writes a file with the columns' names and a line for each row. It appears when it is whole, readable by its owner alone.</summary>
    public async Task SaveAsync(string path, IEnumerable<TRow> rows, CancellationToken cancellationToken)
    {
        await using var file = new UnfinishedFile(path);
        using var lines = new CsvLines();
        foreach (var column in Columns)
            lines.Word(column.About.Name);
        lines.EndLine();
        foreach (var row in rows)
        {
            Columns.Write(lines, row);
            lines.EndLine();
            if (lines.Length < ChunkBytes)
                continue;
            await file.Stream.WriteAsync(lines.Written, cancellationToken);
            lines.Clear();
        }
        await file.Stream.WriteAsync(lines.Written, cancellationToken);
        file.Finish(replace: true);
    }
}
