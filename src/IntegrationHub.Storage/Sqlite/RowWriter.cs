using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace IntegrationHub.Storage.Sqlite;

/// <summary>
/// Writes many whole rows of one table by one prepared statement, in the context's transaction and past its change tracker. A city's
/// rolls are a hundred thousand rows on the first night; tracking each of them costs ten times what writing it does.
/// </summary>
/// <remarks>Rows that the context tracks must not be written this way: it would not know.</remarks>
public sealed class RowWriter(HubDbContext context)
{
    private readonly SqliteConnection _connection = (SqliteConnection)context.Database.GetDbConnection();

    /// <summary>Adds rows. A number that the database gives is put into the row.</summary>
    public void Insert<TRow>(IEnumerable<TRow> rows)
        where TRow : class
    {
        var map = RowMap.Of(context, typeof(TRow));
        using var command = Command(map.InsertText, map.Inserted);
        foreach (var row in rows)
        {
            Bind(command, map.Inserted, row);
            if (map.Generated is { } generated)
                generated.Write(row, (long)command.ExecuteScalar()!);
            else
                command.ExecuteNonQuery();
        }
    }

    /// <summary>Adds rows of one table as they were in another database, with the numbers that it gave them.</summary>
    public void Restore(IReadOnlyList<object> rows)
    {
        if (rows.Count == 0)
            return;
        var map = RowMap.Of(context, rows[0].GetType());
        using var command = Command(map.RestoreText, map.All);
        foreach (var row in rows)
        {
            Bind(command, map.All, row);
            command.ExecuteNonQuery();
        }
    }

    /// <summary>Writes rows over what stands under their keys.</summary>
    /// <exception cref="DbUpdateConcurrencyException">A row is not there.</exception>
    public void Update<TRow>(IEnumerable<TRow> rows)
        where TRow : class
    {
        var map = RowMap.Of(context, typeof(TRow));
        using var command = Command(map.UpdateText, map.All);
        foreach (var row in rows)
        {
            Bind(command, map.All, row);
            if (command.ExecuteNonQuery() != 1)
                throw new DbUpdateConcurrencyException($"A row of {map.Table} to be changed is not there.");
        }
    }

    private SqliteCommand Command(string text, IReadOnlyList<RowColumn> columns)
    {
        var command = _connection.CreateCommand();
        command.CommandText = text;
        command.Transaction = (SqliteTransaction?)context.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var column in columns)
            command.Parameters.Add(new SqliteParameter { ParameterName = column.Parameter });
        return command;
    }

    private static void Bind(SqliteCommand command, IReadOnlyList<RowColumn> columns, object row)
    {
        for (var i = 0; i < columns.Count; i++)
            command.Parameters[i].Value = columns[i].Read(row) ?? DBNull.Value;
    }
}
