using IntegrationHub.Storage.Model;

namespace IntegrationHub.Storage.Rows;

/// <summary>
/// Keeps, beside a row that is written over, what it said before, so that a figure can be had as it was known then. Works in the
/// context's transaction and past its change tracker.
/// </summary>
/// <remarks>A row that says what it said already gets no new version: a roll sent again every night costs nothing.</remarks>
/// <param name="position">The journal position of the change.</param>
public sealed class VersionWriter(HubDbContext context, long position)
{
    /// <summary>Keeps what rows say from the position on. Of rows with one key the last counts.</summary>
    public void Put<TRow, TVersion>(IEnumerable<TRow> rows)
        where TRow : class
        where TVersion : TRow, IVersionRow
    {
        object[] all = [.. LastOfEach(rows)];
        var map = VersionMap.Of(context, typeof(TRow), typeof(TVersion));
        using var close = new RowStatement(context, map.Columns, map.CloseChanged, position);
        using var open = new RowStatement(context, map.Columns, map.Open, position);
        close.Run(all);
        open.Run(all);
    }

    /// <summary>Says that a row stands no more from the position on.</summary>
    public void End<TRow, TVersion>(TRow row)
        where TRow : class
        where TVersion : TRow, IVersionRow
    {
        var map = VersionMap.Of(context, typeof(TRow), typeof(TVersion));
        using var close = new RowStatement(context, map.Columns, map.Close, position);
        close.Run([row]);
    }

    private IEnumerable<TRow> LastOfEach<TRow>(IEnumerable<TRow> rows)
        where TRow : class
    {
        var keys = RowMap.Of(context, typeof(TRow)).Keys;
        return rows.Reverse().DistinctBy(row => string.Join('\u001f', keys.Select(key => key.Read(row)))).Reverse();
    }
}
