using System.Globalization;
using IntegrationHub.Server.Feeds.Records;
using IntegrationHub.Server.Feeds.Snapshots;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Journal;

namespace IntegrationHub.Server.Roll;

/// <summary>Records of a roll that belong to no snapshot: they change it at once.</summary>
internal sealed class RollDelta(SchoolRolls rolls, SchoolKey school, ReadRecords<RollEntry> records) : IProjection
{
    private RollChange? _change;

    public async Task<ProjectionResult> ApplyAsync(
        HubDbContext context, long position, Submission submission, CancellationToken cancellationToken)
    {
        HeldRecords.Hold(context, position, submission, school.Laestab.ToString(CultureInfo.InvariantCulture), records.SetAside);
        var loader = new RollStateLoader(context, school, [.. records.Entries.Select(x => x.Entry)]);
        _change = new RollChange(context, rolls, await loader.LoadAsync(position, wholeSchool: false, cancellationToken), named: null);
        _change.Apply([.. records.Entries.Select(x => new Stated<RollEntry>(x.Index, position, x.Entry))]);
        return ProjectionResult.With(await _change.SaveAsync(cancellationToken));
    }

    public IReadOnlyCollection<SchoolKey> SchoolsToFold => _change?.SchoolsToFold ?? [];

    public void Committed() => _change?.Committed();
}
