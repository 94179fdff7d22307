using System.Globalization;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Quarantine;

/// <summary>A person's decision about quarantine: makes the change and records the step.</summary>
/// <param name="note">Why, as the person said.</param>
/// <param name="by">Who decided.</param>
internal sealed class QuarantineDecision(IMend mend, string note, string by, SchoolRolls rolls) : IProjection
{
    public IReadOnlyCollection<SchoolKey> SchoolsToFold { get; private set; } = [];

    public async Task<ProjectionResult> ApplyAsync(
        HubDbContext context, long position, Submission submission, CancellationToken cancellationToken)
    {
        var authority = submission.Writer.Authority;
        var outcome = await mend.ApplyAsync(context, authority, position, cancellationToken);
        if (outcome.Refusal is { } refusal)
            return ProjectionResult.Refused(refusal);
        SchoolsToFold = outcome.Schools;
        context.Add(new QuarantineStepRow
        {
            Authority = authority,
            Action = mend.Action,
            Time = submission.ReceivedTime,
            By = by,
            Position = position,
            Scope = outcome.Scope?.ToString(CultureInfo.InvariantCulture),
            ItemCount = outcome.ItemCount,
            Note = note.Length == 0 ? null : note,
        });
        return ProjectionResult.Applied;
    }

    public void Committed()
    {
        foreach (var school in SchoolsToFold)
            rolls.Invalidate(school);
    }
}
