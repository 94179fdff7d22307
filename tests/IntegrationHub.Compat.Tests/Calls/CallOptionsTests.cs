using Grpc.Core;

namespace IntegrationHub.Compat.Tests.Calls;

public class CallOptionsTests
{
    [Fact]
    public void New_SaysNothing()
    {
        var options = new CallOptions();

        options.Headers.ShouldBeNull();
        options.Deadline.ShouldBeNull();
        options.WriteOptions.ShouldBeNull();
        options.PropagationToken.ShouldBeNull();
        options.Credentials.ShouldBeNull();
        options.CancellationToken.CanBeCanceled.ShouldBeFalse();
        options.IsWaitForReady.ShouldBeFalse();
    }

    [Fact]
    public void With_ChangesOneThingInACopy()
    {
        using var cancellation = new CancellationTokenSource();
        var headers = new Metadata();
        var deadline = new DateTime(2026, 9, 1, 8, 0, 0, DateTimeKind.Utc);
        var writeOptions = new WriteOptions(WriteFlags.NoCompress);
        var credentials = CallCredentials.FromInterceptor((_, _) => Task.CompletedTask);
        var original = new CallOptions();

        var changed = original
            .WithHeaders(headers)
            .WithDeadline(deadline)
            .WithCancellationToken(cancellation.Token)
            .WithWriteOptions(writeOptions)
            .WithCredentials(credentials)
            .WithWaitForReady();

        changed.Headers.ShouldBeSameAs(headers);
        changed.Deadline.ShouldBe(deadline);
        changed.CancellationToken.ShouldBe(cancellation.Token);
        changed.WriteOptions.ShouldBeSameAs(writeOptions);
        changed.Credentials.ShouldBeSameAs(credentials);
        changed.IsWaitForReady.ShouldBeTrue();
        changed.WithWaitForReady(false).IsWaitForReady.ShouldBeFalse();
        original.ShouldBe(new CallOptions());
    }

    [Fact]
    public void WriteOptions_Default_HasNoFlags()
    {
        WriteOptions.Default.Flags.ShouldBe((WriteFlags)0);
        new WriteOptions(WriteFlags.BufferHint | WriteFlags.NoCompress).Flags.ShouldBe(WriteFlags.BufferHint | WriteFlags.NoCompress);
    }
}
