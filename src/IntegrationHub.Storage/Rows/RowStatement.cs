using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace IntegrationHub.Storage.Rows;

/// <summary>One statement over many rows of a table, in the context's transaction and past its change tracker.</summary>
internal sealed class RowStatement : IDisposable
{
    // A statement's arrays are copied a few times on their way; what is gained by more is nothing.
    private const int MostRows = 2_000;

    private readonly IReadOnlyList<RowColumn> _columns;
    private readonly DbCommand _command;
    private readonly bool _byArrays;

    /// <param name="columns">The columns whose values it takes.</param>
    /// <param name="text">The statement, from where the values are.</param>
    /// <param name="extra">A value beside those of the columns; null: none.</param>
    public RowStatement(HubDbContext context, IReadOnlyList<RowColumn> columns, Func<RowSource, string> text, object? extra = null)
    {
        _columns = columns;
        _byArrays = context.IsPostgreSql();
        _command = Commands.Prepare(
            context.Database.GetDbConnection(), context.Database.CurrentTransaction?.GetDbTransaction(),
            text(new RowSource(columns, _byArrays)), columns.Count + (extra is null ? 0 : 1));
        if (extra is not null)
            _command.Parameters[columns.Count].Value = extra;
        // An array that begins with null would be taken for one of another type.
        for (var i = 0; _byArrays && i < columns.Count; i++)
            ((NpgsqlParameter)_command.Parameters[i]).DataTypeName = $"{columns[i].StoreType}[]";
    }

    /// <summary>Runs it over rows.</summary>
    /// <returns>How many rows it wrote.</returns>
    public int Run(IReadOnlyList<object> rows)
    {
        var written = 0;
        foreach (var part in Parts(rows))
        {
            Bind(part);
            written += _command.ExecuteNonQuery();
        }
        return written;
    }

    /// <summary>Runs it over rows, and puts the number that it gives back for each into a column.</summary>
    public void Run(IReadOnlyList<object> rows, RowColumn returned)
    {
        foreach (var part in Parts(rows))
        {
            Bind(part);
            using var reader = _command.ExecuteReader();
            foreach (var row in part)
                returned.Write(row, reader.Read() ? reader.GetInt64(0) : throw new InvalidOperationException("A row got no number."));
        }
    }

    /// <summary>Runs it over rows, and reads what it gives back.</summary>
    public void Run(IReadOnlyList<object> rows, Action<DbDataReader> read)
    {
        foreach (var part in Parts(rows))
        {
            Bind(part);
            using var reader = _command.ExecuteReader();
            while (reader.Read())
                read(reader);
        }
    }

    public void Dispose() => _command.Dispose();

    private IEnumerable<object[]> Parts(IReadOnlyList<object> rows) => rows.Chunk(_byArrays ? MostRows : 1);

    private void Bind(object[] rows)
    {
        for (var i = 0; i < _columns.Count; i++)
            _command.Parameters[i].Value = _byArrays ? _columns[i].ReadAll(rows) : _columns[i].Read(rows[0]) ?? DBNull.Value;
    }
}
