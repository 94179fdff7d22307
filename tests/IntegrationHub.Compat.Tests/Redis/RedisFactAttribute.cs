namespace IntegrationHub.Compat.Tests.Redis;

/// <summary>A test against a real redis-server, skipped where there is none.</summary>
public sealed class RedisFactAttribute : FactAttribute
{
    public RedisFactAttribute()
    {
        if (RedisServer.Binary is null) Skip = "redis-server is not on the PATH.";
    }
}
