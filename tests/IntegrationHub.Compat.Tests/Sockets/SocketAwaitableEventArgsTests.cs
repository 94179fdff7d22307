using System.Net;
using System.Net.Sockets;
using Pipelines.Sockets.Unofficial;

namespace IntegrationHub.Compat.Tests.Sockets;

public class SocketAwaitableEventArgsTests
{
    [Fact]
    public async Task Operation_CanBeAwaitedMoreThanOnce()
    {
        var (near, far) = await SocketPair.ConnectAsync();
        using var args = new SocketAwaitableEventArgs();
        args.SetBuffer(new byte[16]);

        foreach (var message in new byte[][] { [1, 2, 3], [4] })
        {
            var receiving = ReceiveAsync(near, args);
            await far.SendAsync(message);
            (await receiving).ShouldBe(message.Length);
        }

        near.Dispose();
        far.Dispose();
    }

    [Fact]
    public async Task Operation_ThatFails_Throws()
    {
        using var listener = new Socket(SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        using var args = new SocketAwaitableEventArgs { RemoteEndPoint = listener.LocalEndPoint };

        var failure = await Should.ThrowAsync<SocketException>(async () =>
        {
            if (!socket.ConnectAsync(args)) args.Complete();
            await args;
        });

        failure.SocketErrorCode.ShouldBe(SocketError.ConnectionRefused);
    }

    [Fact]
    public async Task Abort_EndsTheWaiting()
    {
        using var args = new SocketAwaitableEventArgs();
        var waiting = AwaitAsync(args);

        args.IsCompleted.ShouldBeFalse();
        args.Abort(SocketError.TimedOut);

        (await Should.ThrowAsync<SocketException>(() => waiting)).SocketErrorCode.ShouldBe(SocketError.TimedOut);
    }

    private static async Task<int> ReceiveAsync(Socket socket, SocketAwaitableEventArgs args)
    {
        if (!socket.ReceiveAsync(args)) args.Complete();
        return await args;
    }

    private static async Task<int> AwaitAsync(SocketAwaitableEventArgs args) => await args;
}
