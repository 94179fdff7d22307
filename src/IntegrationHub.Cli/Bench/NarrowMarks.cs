using Microsoft.Data.Sqlite;

namespace IntegrationHub.Cli.Bench;

/// <summary>
/// The yardstick of statistics: the same marks as anybody would keep them first, a row for each in a database of the same engine, counted
/// by one statement.
/// </summary>
internal sealed class NarrowMarks : IDisposable
{
    private readonly SqliteConnection _connection;

    public NarrowMarks(string file)
    {
        _connection = new SqliteConnection($"Data Source={file};Pooling=false");
        _connection.Open();
        // It is only ever read: what is measured is the query.
        Execute("pragma journal_mode=off; pragma synchronous=off; pragma cache_size=-65536");
        Execute("create table enrolment (enrolment_id integer primary key, school integer not null)");
        Execute("create table mark (enrolment_id integer, session integer, code integer not null, primary key (enrolment_id, session)) without rowid");
    }

    public void Fill(BenchTown town, Action<int> written, CancellationToken cancellationToken)
    {
        using var enrolment = Prepare("insert into enrolment values ($1, $2)", 2);
        using var mark = Prepare("insert into mark values ($1, $2, $3)", 3);
        const int AtATime = 400;
        for (var first = 0; first < town.Pupils; first += AtATime)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var transaction = _connection.BeginTransaction();
            (enrolment.Transaction, mark.Transaction) = (transaction, transaction);
            for (var pupil = first; pupil < Math.Min(first + AtATime, town.Pupils); pupil++)
            {
                Run(enrolment, pupil + 1, BenchTown.LaestabOf(BenchTown.SchoolOf(pupil)));
                var codes = town.StripOf(pupil);
                foreach (var slot in BenchTown.Sessions)
                    Run(mark, pupil + 1, slot, codes[slot]);
            }
            transaction.Commit();
            written(Math.Min(first + AtATime, town.Pupils));
        }
    }

    /// <summary>Sessions of the term by school and code.</summary>
    /// <returns>How many sessions were counted.</returns>
    public long Count()
    {
        using var command = _connection.CreateCommand();
        command.CommandText =
            """
            select e.school, m.code, count(*) from mark m join enrolment e on e.enrolment_id = m.enrolment_id
            where m.session between $first and $last group by e.school, m.code
            """;
        command.Parameters.AddWithValue("$first", BenchTown.Sessions[0]);
        command.Parameters.AddWithValue("$last", BenchTown.Sessions[^1]);
        using var reader = command.ExecuteReader();
        long sessions = 0;
        while (reader.Read())
            sessions += reader.GetInt64(2);
        return sessions;
    }

    public void Dispose() => _connection.Dispose();

    private void Execute(string text)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private SqliteCommand Prepare(string text, int parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = text;
        for (var i = 1; i <= parameters; i++)
            command.Parameters.Add($"${i}", SqliteType.Integer);
        command.Prepare();
        return command;
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<int> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }
}
