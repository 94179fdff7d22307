using IntegrationHub.City.Planning;
using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.City.Streaming;

/// <summary>Writes everything a case system holds as one snapshot.</summary>
internal sealed class CaseWriter(CityIds ids, string source, IReadOnlyList<CaseRecord> records)
{
    private const int RecordsAtATime = 200;

    public int Count => 2 + ((records.Count + RecordsAtATime - 1) / RecordsAtATime);

    public long Records => records.Count;

    public IEnumerable<CaseSubmission> From(long skip)
    {
        for (int part = (int)Math.Min(skip, Count); part < Count; part++)
            yield return Write(part);
    }

    private CaseSubmission Write(int part)
    {
        CaseSubmission submission = new() { SubmissionId = ids.Of($"cases|{source}|{part}"), SourceId = source };
        string snapshot = ids.Of($"cases|{source}");
        if (part == 0)
        {
            submission.SnapshotBegin = new SnapshotBegin { SnapshotId = snapshot, AsOfDate = CityTerm.AsOf.ToContract() };
        }
        else if (part == Count - 1)
        {
            submission.SnapshotEnd = new SnapshotEnd { SnapshotId = snapshot, RecordCount = records.Count };
        }
        else
        {
            IEnumerable<CaseRecord> some = records.Skip((part - 1) * RecordsAtATime).Take(RecordsAtATime);
            submission.Records = new CaseRecords { SnapshotId = snapshot, Records = { some } };
        }

        return submission;
    }
}
