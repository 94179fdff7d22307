using System.Globalization;
using IntegrationHub.Storage.Rows;

namespace IntegrationHub.Storage.Rebuild;

/// <summary>
/// The last number that the database gave in each record table. A row may be gone by now, and its number is still no other's: what
/// was said about it must not come to mean a later row.
/// </summary>
public static class GivenNumbers
{
    /// <summary>The last number given, by table. A table that never gave one is absent.</summary>
    public static IReadOnlyDictionary<string, long> Read(HubDbContext context)
    {
        var numbers = new Dictionary<string, long>();
        foreach (var map in NumberedTables(context))
        {
            using var command = context.IsPostgreSql()
                ? context.Command($"select last_value from {Sequence(map)} where is_called")
                : context.Command("select seq from sqlite_sequence where name = $1", map.Table);
            if (command.ExecuteScalar() is { } number)
                numbers[map.Table] = Convert.ToInt64(number, CultureInfo.InvariantCulture);
        }
        return numbers;
    }

    /// <summary>Goes on from these numbers, in the context's transaction, after the rows are in.</summary>
    public static void Restore(HubDbContext context, IReadOnlyDictionary<string, long> numbers)
    {
        foreach (var map in NumberedTables(context).Where(x => numbers.ContainsKey(x.Table)))
        {
            var number = numbers[map.Table];
            using var command = context.IsPostgreSql()
                ? context.Command($"select setval('{Sequence(map)}', $1)", number)
                : context.Command("delete from sqlite_sequence where name = $1; insert into sqlite_sequence (name, seq) values ($1, $2)", map.Table, number);
            command.ExecuteNonQuery();
        }
    }

    private static IEnumerable<RowMap> NumberedTables(HubDbContext context) =>
        HubTables.Records.Select(x => RowMap.Of(context, x.Row)).Where(x => x.Generated is not null);

    /// <summary>What PostgreSQL calls the sequence of an identity column.</summary>
    private static string Sequence(RowMap map) => $"{map.Table}_{map.Generated!.Name}_seq";
}
