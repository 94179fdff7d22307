using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Storage.Rows;

/// <summary>
/// Writes many whole rows of one table, in the context's transaction and past its change tracker. A city's rolls are a hundred thousand
/// rows on the first night; tracking each of them costs ten times what writing it does.
/// </summary>
/// <remarks>Rows that the context tracks must not be written this way: it would not know.</remarks>
public sealed class RowWriter(HubDbContext context)
{
    /// <summary>Adds rows. A number that the database gives is put into the row.</summary>
    public void Insert<TRow>(IEnumerable<TRow> rows)
        where TRow : class
    {
        var map = RowMap.Of(context, typeof(TRow));
        using var statement = new RowStatement(context, map.Inserted, source =>
            $"insert into \"{map.Table}\" ({RowMap.Names(map.Inserted)}) {source.Values(map.Inserted)}"
            + (map.Generated is null ? "" : $" returning {map.Generated.Quoted}"));
        object[] all = [.. rows];
        if (map.Generated is { } generated)
            statement.Run(all, generated);
        else
            statement.Run(all);
    }

    /// <summary>Adds rows of one table as they were in another database, with the numbers that it gave them.</summary>
    public void Restore(IReadOnlyList<object> rows)
    {
        if (rows.Count == 0)
            return;
        var map = RowMap.Of(context, rows[0].GetType());
        using var statement = new RowStatement(context, map.All, source =>
            $"insert into \"{map.Table}\" ({RowMap.Names(map.All)}) {source.Values(map.All)}");
        statement.Run(rows);
    }

    /// <summary>Adds rows, over what stands under their keys. No key may come twice.</summary>
    public void Put<TRow>(IEnumerable<TRow> rows)
        where TRow : class
    {
        var map = RowMap.Of(context, typeof(TRow));
        var others = map.All.Where(x => !x.IsKey);
        using var statement = new RowStatement(context, map.All, source =>
            $"insert into \"{map.Table}\" ({RowMap.Names(map.All)}) {source.Values(map.All)} on conflict ({RowMap.Names(map.Keys)}) "
            + $"do update set {string.Join(", ", others.Select(x => $"{x.Quoted} = excluded.{x.Quoted}"))}");
        statement.Run([.. rows]);
    }

    /// <summary>Writes rows over what stands under their keys.</summary>
    /// <exception cref="DbUpdateConcurrencyException">A row is not there.</exception>
    public void Update<TRow>(IEnumerable<TRow> rows)
        where TRow : class
    {
        var map = RowMap.Of(context, typeof(TRow));
        var others = map.All.Where(x => !x.IsKey);
        using var statement = new RowStatement(context, map.All, source =>
            $"update \"{map.Table}\" set {string.Join(", ", others.Select(x => $"{x.Quoted} = {source[x]}"))}{source.From} where {map.HasKey(source)}");
        object[] all = [.. rows];
        if (statement.Run(all) != all.Length)
            throw new DbUpdateConcurrencyException($"A row of {map.Table} to be changed is not there.");
    }

    /// <summary>Deletes the rows of one table that carry the key of a row of another.</summary>
    public void DeleteOf<TRow, TOf>(IEnumerable<TOf> rows)
        where TRow : class
        where TOf : class
    {
        var (map, of) = (RowMap.Of(context, typeof(TRow)), RowMap.Of(context, typeof(TOf)));
        using var statement = new RowStatement(context, of.Keys, source =>
            $"delete from \"{map.Table}\"{source.Using} where "
            + string.Join(" and ", of.Keys.Select(x => $"\"{map.Table}\".{x.Quoted} = {source[x]}")));
        statement.Run([.. rows]);
    }

    /// <summary>Deletes what stands under the keys of rows.</summary>
    public void Delete<TRow>(IEnumerable<TRow> rows)
        where TRow : class
    {
        var map = RowMap.Of(context, typeof(TRow));
        using var statement = new RowStatement(context, map.Keys, source =>
            $"delete from \"{map.Table}\"{source.Using} where {map.HasKey(source)}");
        statement.Run([.. rows]);
    }
}
