using Grpc.Core;

namespace IntegrationHub.Compat.Tests.Interceptors;

public class CredentialsTests
{
    private static readonly AsyncAuthInterceptor AddToken = (_, _) => Task.CompletedTask;
    private static readonly CallCredentials Token = CallCredentials.FromInterceptor(AddToken);

    [Fact]
    public void FromInterceptor_TellsTheInterceptor() => Told(Token).ShouldBe([AddToken]);

    [Fact]
    public void Compose_TellsThePartsInOrder()
    {
        var other = CallCredentials.FromInterceptor((_, _) => Task.CompletedTask);

        Told(CallCredentials.Compose(other, Token)).ShouldBe([other, Token]);
    }

    [Fact]
    public void Compose_OfFewerThanTwo_IsRefused()
    {
        Should.Throw<ArgumentException>(() => CallCredentials.Compose(Token));
        Should.Throw<ArgumentException>(() => CallCredentials.Compose());
    }

    [Fact]
    public void Insecure_TellsSo() => Told(ChannelCredentials.Insecure).ShouldBe(["insecure"]);

    [Fact]
    public void SecureSsl_TellsSslWithDefaults() => Told(ChannelCredentials.SecureSsl).ShouldBe(["ssl", null, null, null]);

    [Fact]
    public void SslCredentials_TellRootsPairAndCallback()
    {
        var pair = new KeyCertificatePair("chain", "key");
        VerifyPeerCallback accept = _ => true;
        var credentials = new SslCredentials("roots", pair, accept);

        Told(credentials).ShouldBe(["ssl", "roots", pair, accept]);
        (credentials.RootCertificates, credentials.KeyCertificatePair).ShouldBe(("roots", pair));
        Told(new SslCredentials("roots")).ShouldBe(["ssl", "roots", null, null]);
        Told(new SslCredentials("roots", pair)).ShouldBe(["ssl", "roots", pair, null]);
    }

    [Fact]
    public void Create_WithSecureChannel_TellsBothParts()
    {
        var ssl = new SslCredentials();

        Told(ChannelCredentials.Create(ssl, Token)).ShouldBe([ssl, Token]);
    }

    [Fact]
    public void Create_WithInsecureChannel_IsRefused() =>
        Should.Throw<ArgumentException>(() => ChannelCredentials.Create(ChannelCredentials.Insecure, Token));

    [Fact]
    public void Create_OnTopOfComposite_IsRefused()
    {
        var composite = ChannelCredentials.Create(ChannelCredentials.SecureSsl, Token);

        Should.Throw<ArgumentException>(() => ChannelCredentials.Create(composite, Token));
    }

    [Fact]
    public void AuthInterceptorContext_TellsWhereTheCallGoes()
    {
        using var cancellation = new CancellationTokenSource();
        var context = new AuthInterceptorContext("https://hub.example/hub.v1.Marks", "Send", cancellation.Token);

        (context.ServiceUrl, context.MethodName).ShouldBe(("https://hub.example/hub.v1.Marks", "Send"));
        context.CancellationToken.ShouldBe(cancellation.Token);
        new AuthInterceptorContext("url", "Send").CancellationToken.CanBeCanceled.ShouldBeFalse();
    }

    private static List<object?> Told(CallCredentials credentials)
    {
        var told = new List<object?>();
        credentials.InternalPopulateConfiguration(new CallListener(), told);
        return told;
    }

    private static List<object?> Told(ChannelCredentials credentials)
    {
        var told = new List<object?>();
        credentials.InternalPopulateConfiguration(new ChannelListener(), told);
        return told;
    }

    private sealed class CallListener : CallCredentialsConfiguratorBase
    {
        public override void SetCompositeCredentials(object? state, IReadOnlyList<CallCredentials> credentials) =>
            ((List<object?>)state!).AddRange(credentials);

        public override void SetAsyncAuthInterceptorCredentials(object? state, AsyncAuthInterceptor interceptor) =>
            ((List<object?>)state!).Add(interceptor);
    }

    private sealed class ChannelListener : ChannelCredentialsConfiguratorBase
    {
        public override void SetInsecureCredentials(object? state) => ((List<object?>)state!).Add("insecure");

        public override void SetSslCredentials(
            object? state, string? rootCertificates, KeyCertificatePair? keyCertificatePair, VerifyPeerCallback? verifyPeerCallback) =>
            ((List<object?>)state!).AddRange(["ssl", rootCertificates, keyCertificatePair, verifyPeerCallback]);

        public override void SetCompositeCredentials(
            object? state, ChannelCredentials channelCredentials, CallCredentials callCredentials) =>
            ((List<object?>)state!).AddRange([channelCredentials, callCredentials]);
    }
}
