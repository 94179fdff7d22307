using IntegrationHub.Contracts.Coverage.V1;
using IntegrationHub.Domain;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;
using FlagState = IntegrationHub.Storage.Model.FlagState;

namespace IntegrationHub.Server.Coverage;

/// <summary>What a decision changes on its flag.</summary>
/// <param name="request">The decision, already checked.</param>
/// <param name="person">Who decided.</param>
internal sealed class FlagDecisionProjection(UpdateFlagRequest request, string person) : IProjection
{
    public async Task<ProjectionResult> ApplyAsync(
        HubDbContext context, long position, Submission submission, CancellationToken cancellationToken)
    {
        var authority = submission.Writer.Authority;
        var flag = await context.Flags.SingleOrDefaultAsync(x => x.Authority == authority && x.FlagId == request.FlagId, cancellationToken);
        if (flag is null)
            return ProjectionResult.Refused(new(Reason.FlagUnknown, "The authority has no such flag.", "flag_id"));
        if (flag.State == FlagState.Closed)
            return ProjectionResult.Refused(new(Reason.FlagClosed, "The flag's cause is gone and it has closed by itself.", "flag_id"));
        var (kind, note) = Apply(flag);
        context.FlagEvents.Add(new FlagEventRow
        {
            Authority = authority,
            FlagId = flag.FlagId,
            Kind = kind,
            Time = submission.ReceivedTime,
            Position = position,
            By = person,
            Note = note.Length == 0 ? null : note,
        });
        return ProjectionResult.Applied;
    }

    private (string Kind, string Note) Apply(FlagRow flag)
    {
        if (request.Assign is { } assign)
        {
            flag.AssignedTo = assign.Assignee.Trim();
            flag.State = FlagState.Assigned;
            return (FlagEventKinds.Assigned, assign.Note);
        }
        flag.AcknowledgedBy = person;
        // Whoever works on it goes on working on it.
        if (flag.State == FlagState.Open)
            flag.State = FlagState.Acknowledged;
        return (FlagEventKinds.Acknowledged, request.Acknowledge.Note);
    }
}
