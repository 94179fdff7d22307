namespace IntegrationHub.Storage.Tests.PostgreSql;

/// <summary>A test on a real PostgreSQL, skipped with its reason where Debian's package is not installed.</summary>
internal sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute()
    {
        if (PostgreSqlServer.BinFolder is null)
            Skip = "PostgreSQL is not installed; tests/run installs Debian's package postgresql.";
    }
}
