using IntegrationHub.Server.Feeds;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Registers;

/// <summary>A register changes nothing when it comes. The fold takes it from the journal.</summary>
internal sealed class RegisterReplay : IJournalReplay
{
    private static readonly SubmissionCheck Nothing = new();

    public Feed Feed => Feed.Registers;

    public SubmissionCheck Read(JournalRow row) => Nothing;
}
