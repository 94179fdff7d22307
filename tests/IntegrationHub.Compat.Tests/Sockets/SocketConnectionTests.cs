using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using Pipelines.Sockets.Unofficial;

namespace IntegrationHub.Compat.Tests.Sockets;

public sealed class SocketConnectionTests : IAsyncLifetime
{
    private readonly CancellationToken _patience = new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;
    private Socket _far = null!;
    private SocketConnection _connection = null!;

    public async Task InitializeAsync()
    {
        SocketConnection.AssertDependencies();
        (var near, _far) = await SocketPair.ConnectAsync();
        SocketConnection.SetRecommendedClientOptions(near);
        _connection = SocketConnection.Create(near, PipeOptions.Default, PipeOptions.Default, name: "test");
    }

    public Task DisposeAsync()
    {
        _connection.Dispose();
        _far.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Bytes_TravelBothWays()
    {
        await _connection.Output.WriteAsync("ping"u8.ToArray(), _patience);
        (await Receive(4)).ShouldBe("ping"u8.ToArray());
        await _far.SendAsync("pong!"u8.ToArray(), _patience);
        var read = await _connection.Input.ReadAtLeastAsync(5, _patience);

        read.Buffer.ToArray().ShouldBe("pong!"u8.ToArray());
        (_connection.BytesSent, _connection.BytesRead, _connection.LastReceived).ShouldBe((4, 5, 5));
        ((IMeasuredDuplexPipe)_connection).TotalBytesSent.ShouldBe(4);
        ((IMeasuredDuplexPipe)_connection).TotalBytesReceived.ShouldBe(5);
        _connection.GetCounters().BytesAvailableOnSocket.ShouldBe(0);
        _connection.Socket.NoDelay.ShouldBeTrue();
        _connection.ShutdownKind.ShouldBe(PipeShutdownKind.None);
    }

    [Fact]
    public async Task ManyBytes_ArriveWholeInSpiteOfBackPressure()
    {
        var payload = new byte[8_000_000];
        new Random(1).NextBytes(payload);
        var writing = _connection.Output.WriteAsync(payload, _patience);
        var received = await Receive(payload.Length);
        await writing;
        await Task.WhenAll(SendAll(received), ReadInputShouldBe(payload));
    }

    [Fact]
    public async Task Output_WhenCompleted_EndsTheSendingSideAfterTheLastByte()
    {
        await _connection.Output.WriteAsync("bye"u8.ToArray(), _patience);
        await _connection.Output.CompleteAsync();

        (await Receive(3)).ShouldBe("bye"u8.ToArray());
        (await _far.ReceiveAsync(new byte[1], _patience)).ShouldBe(0);
        _connection.ShutdownKind.ShouldBe(PipeShutdownKind.WriteEndOfStream);

        await _far.SendAsync("late"u8.ToArray(), _patience);
        (await _connection.Input.ReadAtLeastAsync(4, _patience)).Buffer.Length.ShouldBe(4);
    }

    [Fact]
    public async Task Input_WhenTheOtherEndCloses_Completes()
    {
        _far.Shutdown(SocketShutdown.Both);

        (await _connection.Input.ReadAsync(_patience)).IsCompleted.ShouldBeTrue();
        (_connection.ShutdownKind, _connection.LastReceived).ShouldBe((PipeShutdownKind.ReadEndOfStream, 0));
    }

    [Fact]
    public async Task Input_WhenTheConnectionIsReset_Fails()
    {
        _far.LingerState = new LingerOption(true, 0);
        _far.Close();

        await Should.ThrowAsync<ConnectionResetException>(async () => await _connection.Input.ReadAsync(_patience));
        _connection.ShutdownKind.ShouldBe(PipeShutdownKind.ReadSocketError);
        _connection.SocketError.ShouldBe(SocketError.ConnectionReset);
    }

    [Fact]
    public async Task Dispose_ClosesBothDirections()
    {
        _connection.Dispose();

        (await _connection.Input.ReadAsync(_patience)).IsCompleted.ShouldBeTrue();
        _connection.ShutdownKind.ShouldBe(PipeShutdownKind.PipeDisposed);
        (await _far.ReceiveAsync(new byte[1], _patience)).ShouldBe(0);
    }

    [Fact]
    public void ProtocolShutdown_CountsOnlyIfNothingEndedTheConnectionBefore()
    {
        _connection.TrySetProtocolShutdown(PipeShutdownKind.ReadEndOfStream).ShouldBeFalse();
        _connection.TrySetProtocolShutdown(PipeShutdownKind.ProtocolExitServer).ShouldBeTrue();
        _connection.TrySetProtocolShutdown(PipeShutdownKind.ProtocolExitClient).ShouldBeFalse();
        _connection.Dispose();

        _connection.ShutdownKind.ShouldBe(PipeShutdownKind.ProtocolExitServer);
    }

    private async Task<byte[]> Receive(int count)
    {
        var bytes = new byte[count];
        for (var done = 0; done < count;) done += await _far.ReceiveAsync(bytes.AsMemory(done), _patience);
        return bytes;
    }

    private async Task SendAll(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty) bytes = bytes[await _far.SendAsync(bytes, _patience)..];
    }

    private async Task ReadInputShouldBe(byte[] expected)
    {
        using var copy = new MemoryStream();
        while (copy.Length < expected.Length)
        {
            var result = await _connection.Input.ReadAsync(_patience);
            foreach (var segment in result.Buffer) copy.Write(segment.Span);
            _connection.Input.AdvanceTo(result.Buffer.End);
        }

        copy.ToArray().AsSpan().SequenceEqual(expected).ShouldBeTrue();
    }
}
