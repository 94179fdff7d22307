using IntegrationHub.Client;
using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Contracts.Roll.V1;

namespace IntegrationHub.Cli.Import;

/// <summary>What differs between the feeds that files are imported through.</summary>
internal interface IImportFeed<T>
    where T : class
{
    /// <summary>The writer. One for all imports of a kind: the list of feeds shows it in one line, whatever number of files came.</summary>
    string WriterId { get; }

    Task<FeedWriter<T>> OpenAsync(FeedOptions options, CancellationToken cancellationToken);

    string IdOf(T submission);

    /// <summary>The same content under an id of its own.</summary>
    T Anew(T submission);
}

internal sealed class RegisterImportFeed(HubClient hub) : IImportFeed<RegisterSubmission>
{
    public string WriterId => "import-registers";

    public Task<FeedWriter<RegisterSubmission>> OpenAsync(FeedOptions options, CancellationToken cancellationToken) =>
        hub.OpenRegisterFeedAsync(options, cancellationToken);

    public string IdOf(RegisterSubmission submission) => submission.SubmissionId;

    public RegisterSubmission Anew(RegisterSubmission submission) => new(submission) { SubmissionId = ImportIdentity.NewId() };
}

internal sealed class RollImportFeed(HubClient hub) : IImportFeed<RollSubmission>
{
    public string WriterId => "import-rolls";

    public Task<FeedWriter<RollSubmission>> OpenAsync(FeedOptions options, CancellationToken cancellationToken) =>
        hub.OpenRollFeedAsync(options, cancellationToken);

    public string IdOf(RollSubmission submission) => submission.SubmissionId;

    public RollSubmission Anew(RollSubmission submission) => new(submission) { SubmissionId = ImportIdentity.NewId() };
}

internal sealed class CaseImportFeed(HubClient hub) : IImportFeed<CaseSubmission>
{
    public string WriterId => "import-cases";

    public Task<FeedWriter<CaseSubmission>> OpenAsync(FeedOptions options, CancellationToken cancellationToken) =>
        hub.OpenCaseworkFeedAsync(options, cancellationToken);

    public string IdOf(CaseSubmission submission) => submission.SubmissionId;

    public CaseSubmission Anew(CaseSubmission submission) => new(submission) { SubmissionId = ImportIdentity.NewId() };
}
