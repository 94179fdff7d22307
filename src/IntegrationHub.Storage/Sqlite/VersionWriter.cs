using IntegrationHub.Storage.Model;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace IntegrationHub.Storage.Sqlite;

/// <summary>
/// Keeps, beside a row that is written over, what it said before, so that a figure can be had as it was known then. Works in the
/// context's transaction and past its change tracker.
/// </summary>
/// <remarks>A row that says what it said already gets no new version: a roll sent again every night costs nothing.</remarks>
/// <param name="position">The journal position of the change.</param>
public sealed class VersionWriter(HubDbContext context, long position)
{
    private readonly SqliteConnection _connection = (SqliteConnection)context.Database.GetDbConnection();

    /// <summary>Keeps what rows say from the position on.</summary>
    public void Put<TRow, TVersion>(IEnumerable<TRow> rows)
        where TRow : class
        where TVersion : TRow, IVersionRow
    {
        var map = VersionMap.Of(context, typeof(TRow), typeof(TVersion));
        using var close = Command(map.CloseChangedText, map.Columns);
        using var open = Command(map.OpenText, map.Columns);
        foreach (var row in rows)
        {
            Execute(close, map.Columns, row);
            Execute(open, map.Columns, row);
        }
    }

    /// <summary>Says that a row stands no more from the position on.</summary>
    public void End<TRow, TVersion>(TRow row)
        where TRow : class
        where TVersion : TRow, IVersionRow
    {
        var map = VersionMap.Of(context, typeof(TRow), typeof(TVersion));
        using var close = Command(map.CloseText, map.Columns);
        Execute(close, map.Columns, row);
    }

    private SqliteCommand Command(string text, IReadOnlyList<RowColumn> columns)
    {
        var command = _connection.CreateCommand();
        command.CommandText = text;
        command.Transaction = (SqliteTransaction?)context.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var column in columns)
            command.Parameters.Add(new SqliteParameter { ParameterName = column.Parameter });
        command.Parameters.AddWithValue(VersionMap.Position, position);
        return command;
    }

    private static void Execute(SqliteCommand command, IReadOnlyList<RowColumn> columns, object row)
    {
        for (var i = 0; i < columns.Count; i++)
            command.Parameters[i].Value = columns[i].Read(row) ?? DBNull.Value;
        command.ExecuteNonQuery();
    }
}
