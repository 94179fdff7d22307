using System.Runtime.CompilerServices;
using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Domain;
using IntegrationHub.Server.Identity;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Coverage;

/// <summary>Reads the case records that were sent and do not count, back from the journal, for what they may hide.</summary>
/// <remarks>Records of a snapshot that has not become visible hide nothing yet: what they restate still stands.</remarks>
internal sealed class SetAsideReader(HubDbContext context, string authority)
{
    public async IAsyncEnumerable<SetAside> ReadAsync(DateOnly asOf, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var held =
            from record in context.HeldRecords
            join row in context.Journal on record.Position equals row.Position
            where record.Authority == authority && record.Feed == Feed.Casework
                && (row.SnapshotId == null || context.Snapshots.Any(x => x.Authority == authority && x.Feed == Feed.Casework
                    && x.SnapshotId == row.SnapshotId && x.State == SnapshotState.Visible))
            orderby record.Position, record.RecordIndex
            select new { record.Scope, record.Position, record.RecordIndex, record.Reason, row.Payload };
        var (position, submission) = (0L, new CaseSubmission());
        await foreach (var record in held.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (record.Position != position)
                (position, submission) = (record.Position, CaseSubmission.Parser.ParseFrom(record.Payload));
            yield return Read(record.Scope, submission.Records.Records[record.RecordIndex], record.Reason, asOf);
        }
    }

    private static SetAside Read(string sourceId, CaseRecord record, string reason, DateOnly asOf) => record.RecordCase switch
    {
        CaseRecord.RecordOneofCase.Child => new(sourceId, []) { Child = ReadChild(sourceId, record.Child) },
        CaseRecord.RecordOneofCase.Plan => new(sourceId, record.Plan.SourceChildIds) { IsPlan = !HasEnded(record.Plan.EndDate, reason, asOf) },
        CaseRecord.RecordOneofCase.Involvement => new(sourceId, [record.Involvement.SourceChildId])
        {
            MayBeLead = record.Involvement.Lead && !HasEnded(record.Involvement.EndDate, reason, asOf),
        },
        _ => new(sourceId, []),
    };

    private static UnreadChild ReadChild(string sourceId, CaseChild child) => new(child.SourceChildId, new UnjoinedRecord(
        sourceId, StatedUpn.Read(child.Upn)?.Value, child.Surname, child.Forename, child.DateOfBirth.ToDateOnly()));

    /// <summary>An end among dates that are themselves at fault is no end.</summary>
    private static bool HasEnded(Contracts.Type.V1.Date? end, string reason, DateOnly asOf) =>
        reason is not (Reason.InvalidDate or Reason.DatesOutOfOrder) && end.ToDateOnly() <= asOf;
}

/// <summary>What a record that cannot be read may hide.</summary>
/// <param name="SourceId">The source that sent it.</param>
/// <param name="Children">The source's identifiers of the children it names.</param>
internal sealed record SetAside(string SourceId, IReadOnlyList<string> Children)
{
    /// <summary>Whether it may be an open lead of those children.</summary>
    public bool MayBeLead { get; init; }

    /// <summary>Whether it may be an open plan of those children.</summary>
    public bool IsPlan { get; init; }

    /// <summary>The child that it describes; null: it describes none.</summary>
    public UnreadChild? Child { get; init; }
}

/// <summary>A child of a source whose record cannot be read.</summary>
internal sealed record UnreadChild(string SourceChildId, UnjoinedRecord Record);
