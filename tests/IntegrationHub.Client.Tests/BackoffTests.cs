using IntegrationHub.Client.Feeds;

namespace IntegrationHub.Client.Tests;

public sealed class BackoffTests
{
    private static readonly FeedOptions Options = new()
    {
        WriterId = "school-1",
        FirstBackoff = TimeSpan.FromMilliseconds(100),
        LongestBackoff = TimeSpan.FromSeconds(5),
    };

    [Fact]
    public void Waits_AreDrawnFromBelowACeilingThatDoubles()
    {
        for (int round = 0; round < 200; round++)
        {
            Backoff backoff = new(Options, TimeProvider.System);
            double ceiling = 100;
            for (int attempt = 0; attempt < 40; attempt++, ceiling = Math.Min(5_000, 2 * ceiling))
                backoff.Next(null).TotalMilliseconds.ShouldBeInRange(0, ceiling);
        }
    }

    [Fact]
    public void Waits_AreSpreadOverTheWholeOfIt()
    {
        double[] waits = [.. Enumerable.Range(0, 1_000).Select(_ => new Backoff(Options, TimeProvider.System).Next(null).TotalMilliseconds)];
        waits.Min().ShouldBeLessThan(20);
        waits.Max().ShouldBeGreaterThan(80);
    }

    [Fact]
    public void WhatTheHubAsks_IsTheLeast() =>
        new Backoff(Options, TimeProvider.System).Next(TimeSpan.FromSeconds(7)).ShouldBeInRange(TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(7.1));

    [Fact]
    public void WordFromTheHub_BeginsAnew()
    {
        Backoff backoff = new(Options, TimeProvider.System);
        for (int attempt = 0; attempt < 10; attempt++)
            backoff.Next(null);
        backoff.Attempts.ShouldBe(10);
        backoff.Heard();
        backoff.Attempts.ShouldBe(0);
        backoff.Next(null).TotalMilliseconds.ShouldBeLessThanOrEqualTo(100);
    }
}
