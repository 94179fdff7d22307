using Grpc.Core;
using IntegrationHub.Compat.Tests.EndToEnd;

namespace IntegrationHub.Compat.Tests.Interceptors;

public class ClientBaseTests
{
    private readonly RecordingCallInvoker _server = new();

    [Fact]
    public void Client_NamesNoHost()
    {
        new Relay.RelayClient(_server).Ask(new Line());

        _server.Last.Method.ShouldBe("Ask");
        _server.Last.Host.ShouldBeNull();
    }

    [Fact]
    public async Task WithHost_NamesTheHostInEveryKindOfCall()
    {
        var client = new Relay.RelayClient(_server).WithHost("one.example").WithHost("hub.example");

        client.Ask(new Line());
        await client.AskAsync(new Line());
        client.Gather().Dispose();
        client.Scatter(new Line()).Dispose();
        client.Converse().Dispose();

        _server.Calls.Count.ShouldBe(5);
        _server.Calls.ShouldAllBe(call => call.Host == "hub.example");
    }

    [Fact]
    public void GeneratedCall_PutsItsArgumentsIntoTheOptions()
    {
        var headers = new Metadata();
        var deadline = new DateTime(2026, 9, 1, 0, 0, 0, DateTimeKind.Utc);

        new Relay.RelayClient(_server).Ask(new Line(), headers, deadline);

        _server.Last.Options.Headers.ShouldBeSameAs(headers);
        _server.Last.Options.Deadline.ShouldBe(deadline);
    }

    [Fact]
    public void Client_ForTestDoubles_CannotCall() =>
        Should.Throw<NotImplementedException>(() => new UnconnectedClient().Ask(new Line()));

    [Fact]
    public void Client_WithoutChannelOrInvoker_IsRefused()
    {
        Should.Throw<ArgumentNullException>(() => new Relay.RelayClient((ChannelBase)null!));
        Should.Throw<ArgumentNullException>(() => new Relay.RelayClient((CallInvoker)null!));
    }

    private sealed class UnconnectedClient : Relay.RelayClient;
}
