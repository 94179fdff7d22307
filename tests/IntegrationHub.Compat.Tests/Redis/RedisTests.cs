using System.Threading.Channels;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace IntegrationHub.Compat.Tests.Redis;

public sealed class RedisTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private RedisServer? _server;

    public async Task InitializeAsync()
    {
        if (RedisServer.Binary is not null) _server = await RedisServer.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }

    [RedisFact]
    public async Task Cache_GivesBackWhatWasSet()
    {
        await using var services = new ServiceCollection()
            .AddStackExchangeRedisCache(options => options.ConfigurationOptions = Clear())
            .BuildServiceProvider();
        var cache = services.GetRequiredService<IDistributedCache>();
        byte[] large = new byte[3_000_000];
        new Random(1).NextBytes(large);

        await cache.SetStringAsync("roll", "7B", new DistributedCacheEntryOptions { SlidingExpiration = TimeSpan.FromMinutes(1) });
        await cache.SetAsync("large", large);

        (await cache.GetStringAsync("roll")).ShouldBe("7B");
        cache.GetString("roll").ShouldBe("7B");
        (await cache.GetAsync("large"))!.AsSpan().SequenceEqual(large).ShouldBeTrue();
        await cache.RemoveAsync("roll");
        (await cache.GetStringAsync("roll")).ShouldBeNull();
    }

    [RedisFact]
    public async Task Subscriber_HearsWhatIsPublished()
    {
        await using var near = await ConnectionMultiplexer.ConnectAsync(Clear());
        await using var far = await ConnectionMultiplexer.ConnectAsync(Clear());
        var heard = Channel.CreateUnbounded<string>();
        void Hear(RedisChannel channel, RedisValue value) => heard.Writer.TryWrite($"{channel}: {value}");

        await near.GetSubscriber().SubscribeAsync(RedisChannel.Literal("marks"), Hear);
        await near.GetSubscriber().SubscribeAsync(RedisChannel.Pattern("roll-*"), Hear);
        (await far.GetSubscriber().PublishAsync(RedisChannel.Literal("marks"), "one")).ShouldBe(1);
        (await heard.Reader.ReadAsync().AsTask().WaitAsync(Patience)).ShouldBe("marks: one");
        await far.GetSubscriber().PublishAsync(RedisChannel.Literal("roll-7"), "two");
        (await heard.Reader.ReadAsync().AsTask().WaitAsync(Patience)).ShouldBe("roll-7: two");

        await near.GetSubscriber().UnsubscribeAllAsync();
        (await far.GetSubscriber().PublishAsync(RedisChannel.Literal("marks"), "three")).ShouldBe(0);
    }

    [RedisFact]
    public async Task Commands_WithArraysInTheirAnswers_AreUnderstood()
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(Clear());
        var database = redis.GetDatabase();

        await database.HashSetAsync("pupil", [new("name", "Ada"), new("year", 7)]);
        (await database.HashGetAllAsync("pupil")).ShouldBe([new("name", "Ada"), new("year", 7)], ignoreOrder: true);
        await database.SortedSetAddAsync("scores", [new("a", 1.5), new("b", 2)]);
        (await database.SortedSetRangeByRankWithScoresAsync("scores")).ShouldBe([new("a", 1.5), new("b", 2)]);
        await database.ListRightPushAsync("list", [.. Enumerable.Range(0, 5000).Select(i => (RedisValue)i)]);
        (await database.ListRangeAsync("list")).Select(value => (int)value).ShouldBe(Enumerable.Range(0, 5000));
        await database.StreamAddAsync("events", "kind", "arrival");
        ((string?)(await database.StreamReadAsync("events", "0-0")).Single()["kind"]).ShouldBe("arrival");
        ((RedisResult[])(await database.ExecuteAsync("COMMAND"))!).Length.ShouldBeGreaterThan(100);
        redis.GetServer(redis.GetEndPoints()[0]).Keys().Count().ShouldBe(4);

        var transaction = database.CreateTransaction();
        var counted = transaction.StringIncrementAsync("count", 2);
        (await transaction.ExecuteAsync()).ShouldBeTrue();
        (await counted).ShouldBe(2);
    }

    [RedisFact]
    public async Task Commands_ManyAtOnce_EachGetTheirAnswer()
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(Clear());
        var database = redis.GetDatabase();

        await Parallel.ForAsync(0, 10_000, new ParallelOptions { MaxDegreeOfParallelism = 50 }, async (i, _) =>
        {
            await database.StringSetAsync($"key-{i}", i);
            ((int)await database.StringGetAsync($"key-{i}")).ShouldBe(i);
        });

        redis.GetCounters().Interactive.FailedAsynchronously.ShouldBe(0);
    }

    [RedisFact]
    public async Task Connection_OverTls_Works()
    {
        var options = new ConfigurationOptions { EndPoints = { { "127.0.0.1", _server!.TlsPort } }, Ssl = true, SslHost = "localhost" };
        options.CertificateValidation += (_, shown, _, _) => _server.Certificate.Equals(shown);
        await using var redis = await ConnectionMultiplexer.ConnectAsync(options);

        await redis.GetDatabase().StringSetAsync("large", new string('x', 1_000_000));

        ((string)(await redis.GetDatabase().StringGetAsync("large"))!).Length.ShouldBe(1_000_000);
    }

    [RedisFact]
    public async Task Connection_ThatIsCut_ComesBack()
    {
        var options = Clear();
        options.AllowAdmin = true;
        await using var redis = await ConnectionMultiplexer.ConnectAsync(options);
        await using var other = await ConnectionMultiplexer.ConnectAsync(options);
        var failed = new TaskCompletionSource<ConnectionFailureType>(TaskCreationOptions.RunContinuationsAsynchronously);
        var restored = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        redis.ConnectionFailed += (_, e) => failed.TrySetResult(e.FailureType);
        redis.ConnectionRestored += (_, _) => restored.TrySetResult();

        await other.GetServer(other.GetEndPoints()[0]).ExecuteAsync("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");

        await failed.Task.WaitAsync(Patience);
        await restored.Task.WaitAsync(Patience);
        (await redis.GetDatabase().PingAsync()).ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [RedisFact]
    public async Task Connection_ToNobody_Fails()
    {
        var options = Clear();
        options.ConnectTimeout = 1000;
        await _server!.DisposeAsync();
        _server = null;

        await Should.ThrowAsync<RedisConnectionException>(() => ConnectionMultiplexer.ConnectAsync(options));
    }

    private ConfigurationOptions Clear() => new() { EndPoints = { { "127.0.0.1", _server!.Port } } };
}
