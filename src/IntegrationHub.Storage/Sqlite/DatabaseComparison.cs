using IntegrationHub.Storage.Rebuild;
using IntegrationHub.Storage.Rows;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Storage.Sqlite;

/// <summary>Compares two databases of one schema, table by table, row by row, whatever order the rows are in.</summary>
public static class DatabaseComparison
{
    /// <param name="examples">Rows to tell of each table that differs, at most.</param>
    /// <param name="compared">Told how many tables are done.</param>
    public static async Task<IReadOnlyList<TableDifference>> CompareAsync(
        SqliteDatabase before, SqliteDatabase after, int examples, Action<int> compared, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = before.Path, Pooling = false, DefaultTimeout = 60 }.ToString());
        await connection.OpenAsync(cancellationToken);
        await AttachAsync(connection, after.Path, cancellationToken);
        await using var context = before.CreateReadContext();
        var differences = new List<TableDifference>();
        foreach (var table in HubTables.All)
        {
            cancellationToken.ThrowIfCancellationRequested();
            differences.Add(new TableComparison(connection, RowMap.Of(context, table.Row), table.Class).Compare(examples));
            compared(differences.Count);
        }
        return differences;
    }

    private static async Task AttachAsync(SqliteConnection connection, string path, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"attach database $path as {TableComparison.After}";
        command.Parameters.AddWithValue("$path", path);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
