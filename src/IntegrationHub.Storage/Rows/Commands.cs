using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace IntegrationHub.Storage.Rows;

/// <summary>
/// Commands that both engines understand: parameters are numbered from $1, dates, times and identifiers are given as themselves, and what
/// one engine says in another way than the other is said here.
/// </summary>
internal static class Commands
{
    /// <summary>Whether the context is over PostgreSQL.</summary>
    public static bool IsPostgreSql(this HubDbContext context) => context.Database.GetDbConnection() is NpgsqlConnection;

    /// <summary>A command in the context's transaction.</summary>
    public static DbCommand Command(this HubDbContext context, string text, params ReadOnlySpan<object?> values) =>
        Create(context.Database.GetDbConnection(), context.Database.CurrentTransaction?.GetDbTransaction(), text, values);

    /// <summary>A command with its parameters, of which <see cref="Bind"/> may change the values.</summary>
    public static DbCommand Create(DbConnection connection, DbTransaction? transaction, string text, params ReadOnlySpan<object?> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        command.Transaction = transaction;
        foreach (var value in values)
            Add(command, value);
        return command;
    }

    /// <summary>A command to be run again and again, with empty parameters.</summary>
    public static DbCommand Prepare(DbConnection connection, DbTransaction? transaction, string text, int parameters)
    {
        var command = Create(connection, transaction, text);
        for (var i = 0; i < parameters; i++)
            Add(command, null);
        // Npgsql prepares by itself what is run often, and knows the types of parameters only from their values.
        if (command is SqliteCommand)
            command.Prepare();
        return command;
    }

    /// <summary>A condition that a column is one of <see cref="Numbers"/>.</summary>
    public static string IsAnyOf(this HubDbContext context, string column, string parameter) =>
        context.IsPostgreSql() ? $"{column} = any({parameter})" : $"{column} in (select value from json_each({parameter}))";

    /// <summary>Many numbers as one parameter.</summary>
    public static object Numbers(this HubDbContext context, IEnumerable<long> numbers) =>
        context.IsPostgreSql() ? numbers.ToArray() : JsonSerializer.Serialize(numbers);

    /// <summary>Adds the next parameter.</summary>
    public static void Add(DbCommand command, object? value)
    {
        var parameter = command.CreateParameter();
        // Npgsql numbers parameters that have no name; SQLite takes the number for a name.
        if (parameter is SqliteParameter)
            parameter.ParameterName = $"${command.Parameters.Count + 1}";
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
    }

    /// <summary>Gives the parameters their values.</summary>
    public static void Bind(this DbCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }

    /// <summary>Gives the parameters their values and runs the command.</summary>
    /// <returns>How many rows it wrote.</returns>
    public static int Run(this DbCommand command, params ReadOnlySpan<object?> values)
    {
        command.Bind(values);
        return command.ExecuteNonQuery();
    }

    /// <summary>A column's instant, UTC.</summary>
    public static DateTime Instant(this DbDataReader reader, int column) => DateTime.SpecifyKind(reader.GetDateTime(column), DateTimeKind.Utc);

    /// <summary>A column's text; null where it is null.</summary>
    public static string? Text(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
