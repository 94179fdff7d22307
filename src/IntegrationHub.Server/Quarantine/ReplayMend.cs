using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Quarantine;

/// <summary>Has the marks chosen looked at again, and forgets the refused submissions that have been taken since.</summary>
/// <param name="items">What was chosen.</param>
/// <param name="taken">The submissions among them that are in the journal now.</param>
internal sealed class ReplayMend(IReadOnlyCollection<QuarantineItemId> items, IReadOnlyCollection<QuarantineItemId> taken) : IMend
{
    public string Action => "REPLAY";

    public async Task<MendOutcome> ApplyAsync(HubDbContext context, string authority, long position, CancellationToken cancellationToken)
    {
        var submissions = taken.Select(x => x.Key).ToArray();
        await context.QuarantinedSubmissions
            .Where(x => x.Authority == authority && EF.Parameter(submissions).Contains(x.QuarantineId))
            .ExecuteDeleteAsync(cancellationToken);
        var positions = items.Where(x => x.Kind == QuarantineItemKind.Mark).Select(x => x.Key).Distinct().ToArray();
        var schools = await context.Journal
            .Where(x => x.Authority == authority && x.Feed == Feed.Registers && EF.Parameter(positions).Contains(x.Position))
            .Select(x => x.School!.Value)
            .Distinct()
            .ToListAsync(cancellationToken);
        SchoolKey[] touched = [.. schools.Select(x => new SchoolKey(authority, x))];
        foreach (var school in touched)
            await RollTouches.WriteAsync(context, school, [], position, cancellationToken);
        return new() { Schools = touched, Scope = schools is [var only] ? only : null, ItemCount = items.Count };
    }
}
