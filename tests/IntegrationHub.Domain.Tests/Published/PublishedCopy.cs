using IntegrationHub.Domain.Published;

namespace IntegrationHub.Domain.Tests.Published;

/// <summary>
/// A copy of a published file, rewritten as its next edition might be: columns renamed, added, moved or left out, figures changed.
/// </summary>
internal sealed class PublishedCopy
{
    private readonly List<string> _names;
    private readonly List<Dictionary<string, string>> _rows;

    private PublishedCopy(List<string> names, List<Dictionary<string, string>> rows)
    {
        _names = names;
        _rows = rows;
    }

    public int FirstShown => _rows.FindIndex(row => row["possible_sessions"] is not ("c" or "NA"));

    public static PublishedFile Open(string path)
    {
        using StreamReader text = new(path);
        return PublishedFile.Read(text);
    }

    /// <summary>The first so many rows of one of the given files.</summary>
    public static PublishedCopy Of(string file, int rows = 200)
    {
        PublishedFile read = Open(SharedData.PathOf("data", "dfe", file));
        List<string> names = [.. read.Columns.Select(column => column.Name)];
        return new PublishedCopy(names, [.. read.Rows.Take(rows).Select(row => names.ToDictionary(name => name, name => row[name]))]);
    }

    public PublishedCopy Rename(string name, string to)
    {
        _names[_names.IndexOf(name)] = to;
        foreach (Dictionary<string, string> row in _rows)
            row[to] = row[name];
        return this;
    }

    public PublishedCopy Remove(string name)
    {
        _names.Remove(name);
        return this;
    }

    /// <summary>Adds a column after the others; suppressed rows hold there what they hold elsewhere.</summary>
    public PublishedCopy Add(string name, Func<IReadOnlyDictionary<string, string>, string> value)
    {
        _names.Add(name);
        foreach (Dictionary<string, string> row in _rows)
            row[name] = IsShown(row) ? value(row) : row["possible_sessions"];
        return this;
    }

    /// <summary>Rewrites every value of the columns chosen.</summary>
    public PublishedCopy Rewrite(Func<string, bool> chosen, Func<string, string> value)
    {
        foreach (Dictionary<string, string> row in _rows)
        {
            foreach (string name in _names.Where(chosen))
                row[name] = value(row[name]);
        }

        return this;
    }

    public PublishedCopy Reverse()
    {
        _names.Reverse();
        return this;
    }

    /// <summary>Changes one figure of the first row that shows any.</summary>
    public PublishedCopy Change(string name, Func<string, string> value)
    {
        Dictionary<string, string> row = _rows[FirstShown];
        row[name] = value(row[name]);
        return this;
    }

    /// <summary>Moves one session of the first row that shows any, from one column to another, and leaves all derived ones alone.</summary>
    public PublishedCopy MoveOneSession(string from, string to) =>
        Change(from, text => $"{long.Parse(text, System.Globalization.CultureInfo.InvariantCulture) - 1}")
            .Change(to, text => $"{long.Parse(text, System.Globalization.CultureInfo.InvariantCulture) + 1}");

    public string Text() => string.Join('\n', [Line(_names), .. _rows.Select(row => Line(_names.Select(name => row[name])))]) + "\n";

    private static bool IsShown(Dictionary<string, string> row) => row["possible_sessions"] is not ("c" or "NA");

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(cell => cell.Contains(',') ? $"\"{cell}\"" : cell));
}
