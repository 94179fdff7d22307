using IntegrationHub.Server.Feeds;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Coverage;

/// <summary>Flags and what people did with them are records of their day and are kept, so a rebuild does not decide again.</summary>
internal sealed class FlagDecisionReplay : IJournalReplay
{
    private static readonly SubmissionCheck Nothing = new();

    public Feed Feed => Feed.FlagDecisions;

    public SubmissionCheck Read(JournalRow row) => Nothing;
}
