using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;

namespace IntegrationHub.Server.Rebuild;

/// <summary>Folds every register that is not folded, school after school.</summary>
internal static class FoldingAll
{
    /// <summary>Folds, and stops at the first fault.</summary>
    public static async Task FoldAsync(
        AttendanceStore store, RebuildStage stage, IProgress<RebuildProgress> progress, CancellationToken cancellationToken)
    {
        var schools = await store.SchoolsToFoldAsync(cancellationToken);
        for (var i = 0; i < schools.Count; i++)
        {
            await FoldAsync(store, schools[i], cancellationToken);
            progress.Report(new(stage, i + 1, schools.Count));
        }
    }

    /// <summary>Folds what can be folded.</summary>
    /// <returns>The schools whose tables are such that nothing can be folded into them any more.</returns>
    public static async Task<IReadOnlyList<SchoolKey>> TryFoldAsync(
        AttendanceStore store, RebuildStage stage, IProgress<RebuildProgress> progress, CancellationToken cancellationToken)
    {
        var failed = new List<SchoolKey>();
        var schools = await store.SchoolsToFoldAsync(cancellationToken);
        for (var i = 0; i < schools.Count; i++)
        {
            try
            {
                await FoldAsync(store, schools[i], cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // Broken tables are what a rebuild is for.
                failed.Add(schools[i]);
            }
            progress.Report(new(stage, i + 1, schools.Count));
        }
        return failed;
    }

    private static async Task FoldAsync(AttendanceStore store, SchoolKey school, CancellationToken cancellationToken)
    {
        while ((await store.FoldAsync(school, cancellationToken)).More)
            cancellationToken.ThrowIfCancellationRequested();
    }
}
