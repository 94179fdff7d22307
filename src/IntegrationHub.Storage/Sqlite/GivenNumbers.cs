using IntegrationHub.Storage.Rebuild;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace IntegrationHub.Storage.Sqlite;

/// <summary>
/// The last number that the database gave in each record table. A row may be gone by now, and its number is still no other's: what
/// was said about it must not come to mean a later row.
/// </summary>
public static class GivenNumbers
{
    /// <summary>The last number given, by table. A table that never gave one is absent.</summary>
    public static IReadOnlyDictionary<string, long> Read(HubDbContext context)
    {
        using var command = Command(context, "select name, seq from sqlite_sequence");
        using var reader = command.ExecuteReader();
        var tables = HubTables.Records.Select(x => x.NameIn(context)).ToHashSet();
        var numbers = new Dictionary<string, long>();
        while (reader.Read())
        {
            if (tables.Contains(reader.GetString(0)))
                numbers[reader.GetString(0)] = reader.GetInt64(1);
        }
        return numbers;
    }

    /// <summary>Goes on from these numbers, in the context's transaction, after the rows are in.</summary>
    public static void Restore(HubDbContext context, IReadOnlyDictionary<string, long> numbers)
    {
        foreach (var (table, number) in numbers)
        {
            using var command = Command(context, "delete from sqlite_sequence where name = $1; insert into sqlite_sequence (name, seq) values ($1, $2)");
            command.Parameters.AddWithValue("$1", table);
            command.Parameters.AddWithValue("$2", number);
            command.ExecuteNonQuery();
        }
    }

    private static SqliteCommand Command(HubDbContext context, string text)
    {
        var command = ((SqliteConnection)context.Database.GetDbConnection()).CreateCommand();
        command.CommandText = text;
        command.Transaction = (SqliteTransaction?)context.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }
}
