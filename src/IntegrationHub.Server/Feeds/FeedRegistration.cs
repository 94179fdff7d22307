using Google.Protobuf;
using IntegrationHub.Server.Quarantine;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Server.Feeds;

internal static class FeedRegistration
{
    /// <summary>What all feeds share.</summary>
    public static IServiceCollection AddFeeds(this IServiceCollection services) => services
        .AddSingleton<SubmissionIntake>()
        .AddSingleton<RequestIntake>()
        .AddSingleton<JournalReplays>()
        .AddSingleton<FeedServices>()
        .AddSingleton<FeedSessions>();

    /// <summary>One kind of feed.</summary>
    public static IServiceCollection AddFeed<TRequest, TResponse, TSubmission, TProtocol>(this IServiceCollection services)
        where TSubmission : class, IMessage, new()
        where TProtocol : FeedProtocol<TRequest, TResponse, TSubmission> => services
        .AddSingleton<FeedProtocol<TRequest, TResponse, TSubmission>, TProtocol>()
        .AddSingleton<FeedEndpoint<TRequest, TResponse, TSubmission>>()
        .AddSingleton<IRefusedSubmissions, RefusedSubmissions<TRequest, TResponse, TSubmission>>();

    /// <summary>How a rebuild applies the journal rows of one feed.</summary>
    public static IServiceCollection AddReplay<TReplay>(this IServiceCollection services)
        where TReplay : class, IJournalReplay => services.AddSingleton<IJournalReplay, TReplay>();
}
