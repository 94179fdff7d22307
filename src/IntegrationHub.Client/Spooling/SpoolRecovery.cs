using Grpc.Core;

namespace IntegrationHub.Client.Spooling;

/// <summary>Reads what a spool's files say, from the first record to the last.</summary>
/// <remarks>
/// Only the end of the last file can have been under way when a process died, and nobody was told that it was safe: a torn record there is cut off.
/// Anything else that does not fit is damage: it throws, and every file stays as it was.
/// </remarks>
internal sealed class SpoolRecovery(string folder, string owner)
{
    public List<SpoolFile> Files { get; } = [];

    /// <summary>What to add to a number to get its sequence. Null while that is open.</summary>
    public long? Base { get; private set; }

    /// <summary>Everything up to this number had its outcome.</summary>
    public long Settled { get; private set; }

    /// <exception cref="FeedException">The spool is damaged, or another writer's.</exception>
    public void Run()
    {
        try
        {
            string[] paths = Directory.GetFiles(folder, SpoolFile.Pattern);
            Array.Sort(paths, StringComparer.Ordinal);
            for (int index = 0; index < paths.Length; index++)
                ReadFile(paths[index], index == paths.Length - 1);
            if (Files.Count > 0 && Files[0].First > Settled + 1)
                throw Damage(Files[0], 0, $"submissions {Settled + 1} to {Files[0].First - 1} are missing");
        }
        catch
        {
            Files.ForEach(file => file.Dispose());
            throw;
        }
    }

    private void ReadFile(string path, bool isLast)
    {
        SpoolFile file = SpoolFile.Open(path) ?? throw new FeedException(
            FeedException.SpoolDamaged, StatusCode.OK, $"{path} is not a file of this spool. Move it elsewhere.");

        SpoolRead found = file.Read(0, out SpoolRecord record);
        if (isLast && found is SpoolRead.Torn or SpoolRead.End)
        {
            // The process died while it made the file: nothing can be in it.
            file.Delete();
            return;
        }

        Files.Add(file);
        if (found != SpoolRead.Record || record.Kind != SpoolKind.Start)
            throw Damage(file, 0, "it has no readable beginning");
        Begin(file, record);
        ReadRecords(file, record.Size, isLast);
    }

    private void Begin(SpoolFile file, SpoolRecord record)
    {
        SpoolStart start = SpoolStart.Parse(record.Body) ?? throw Damage(file, 0, "another version of this library wrote it");
        if (start.Owner != owner)
            throw Damage(file, 0, $"it belongs to {start.Owner}, not to {owner}");
        if (record.Number != file.First || (Files.Count > 1 && Files[^2].Last + 1 != file.First))
            throw Damage(file, 0, "a file before it is missing, or it was renamed");
        Base = start.Base;
        Settled = Math.Max(Settled, start.Settled);
    }

    private void ReadRecords(SpoolFile file, long offset, bool isLast)
    {
        while (true)
        {
            SpoolRead found = file.Read(offset, out SpoolRecord record);
            if (found == SpoolRead.End)
                return;
            if (found == SpoolRead.Torn && isLast)
            {
                file.CutAt(offset);
                return;
            }

            if (found != SpoolRead.Record || !TryTake(file, record))
                throw Damage(file, offset, "a record is unreadable or out of turn");
            offset += record.Size;
        }
    }

    private bool TryTake(SpoolFile file, SpoolRecord record)
    {
        switch (record.Kind)
        {
            case SpoolKind.Submission when record.Number == file.Last + 1:
                file.Last = record.Number;
                return true;
            case SpoolKind.Settled when record.Number >= Settled && record.Number <= file.Last:
                Settled = record.Number;
                return true;
            case SpoolKind.Base:
                Base = record.Number;
                return true;
            case SpoolKind.None or SpoolKind.Start or SpoolKind.Submission or SpoolKind.Settled:
            default:
                return false;
        }
    }

    private static FeedException Damage(SpoolFile file, long offset, string what) => new(
        FeedException.SpoolDamaged, StatusCode.DataLoss, $"The spool's file {file.Path} is damaged at byte {offset}: {what}. Nothing was changed or sent.");
}
