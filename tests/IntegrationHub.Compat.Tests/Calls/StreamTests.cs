using Grpc.Core;

namespace IntegrationHub.Compat.Tests.Calls;

public class StreamTests
{
    [Fact]
    public async Task ReadAllAsync_GivesEveryMessageInOrder()
    {
        var messages = new List<string>();
        await foreach (var message in new ListReader("a", "b", "c").ReadAllAsync()) messages.Add(message);

        messages.ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public async Task ReadAllAsync_PassesTheTokenOn()
    {
        using var cancellation = new CancellationTokenSource();
        var reader = new ListReader("a", "b");

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in reader.ReadAllAsync().WithCancellation(cancellation.Token)) await cancellation.CancelAsync();
        });
        reader.Current.ShouldBe("a");
    }

    [Fact]
    public void ReadAllAsync_OfNothing_IsRefusedAtOnce() =>
        Should.Throw<ArgumentNullException>(() => ((IAsyncStreamReader<string>)null!).ReadAllAsync());

    [Fact]
    public async Task MoveNext_WithoutToken_Moves()
    {
        IAsyncStreamReader<object> reader = new ListReader("a");

        (await reader.MoveNext()).ShouldBeTrue();
        reader.Current.ShouldBe("a");
        (await reader.MoveNext()).ShouldBeFalse();
    }

    [Fact]
    public async Task WriteAsync_WithTokenThatNeverCancels_Writes()
    {
        var writer = new ListWriter();

        await ((IAsyncStreamWriter<string>)writer).WriteAsync("a", CancellationToken.None);

        writer.Written.ShouldBe(["a"]);
    }

    [Fact]
    public void WriteAsync_WithTokenTheWriterCannotHeed_IsRefused()
    {
        using var cancellation = new CancellationTokenSource();
        IAsyncStreamWriter<string> writer = new ListWriter();

        Should.Throw<NotSupportedException>(() => writer.WriteAsync("a", cancellation.Token));
    }

    private sealed class ListReader(params string[] messages) : IAsyncStreamReader<string>
    {
        private int _index = -1;

        public string Current => messages[_index];

        public Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult(++_index < messages.Length);
        }
    }

    private sealed class ListWriter : IServerStreamWriter<string>
    {
        public List<string> Written { get; } = [];

        public WriteOptions? WriteOptions { get; set; }

        public Task WriteAsync(string message)
        {
            Written.Add(message);
            return Task.CompletedTask;
        }
    }
}
