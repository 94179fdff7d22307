using System.Globalization;
using CsvHelper;
using IntegrationHub.Contracts.Type.V1;
using IntegrationHub.Domain;

namespace IntegrationHub.Cli.Import;

/// <summary>
/// One row, read column by column. What cannot be read becomes a fault of the row, so that all that is wrong with it is said at once.
/// </summary>
internal sealed class ImportRow(CsvReader reader, IReadOnlyDictionary<CsvColumn, int> places)
{
    public const string MalformedRow = "MALFORMED_ROW";
    public const string InvalidValue = "INVALID_VALUE";

    private readonly List<RowFault> _faults = [];

    /// <summary>The row's first line in the file; the header is line 1.</summary>
    public long Line { get; private set; }

    public IReadOnlyList<RowFault> Faults => _faults;

    public bool IsGood => _faults.Count == 0;

    /// <summary>Starts on the row that the reader stands at.</summary>
    /// <param name="shape">What is wrong with the row as a whole; null: nothing.</param>
    public void Begin(string? shape)
    {
        _faults.Clear();
        Line = reader.LineNumber;
        if (shape is not null)
            Fault("", MalformedRow, shape);
    }

    public void Fault(string column, string reason, string advice) => _faults.Add(new RowFault(column, reason, advice));

    /// <summary>The value; empty where the file has no such column or the row nothing in it.</summary>
    public string Text(CsvColumn column)
    {
        var text = places.TryGetValue(column, out var place) ? reader.GetString(place) : "";
        if (text.Length == 0 && column is { Needed: true, MayBeEmpty: false })
            Fault(column.Name, Reason.RecordIncomplete, $"{column.Name} is empty. Give it a value such as {column.Example}.");
        return text;
    }

    /// <returns>Null: empty, or a fault.</returns>
    public Date? Date(CsvColumn column)
    {
        var text = Text(column);
        if (text.Length == 0)
            return null;
        if (DateOption.TryParse(text, out var date))
            return date.ToContract();
        Fault(column.Name, Reason.InvalidDate, $"{column.Name} holds '{text}', which is no date. Write it as 2025-09-12 or 12/09/2025.");
        return null;
    }

    /// <returns>Null: empty, or a fault.</returns>
    public int? Whole(CsvColumn column)
    {
        var text = Text(column);
        if (text.Length == 0)
            return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        Fault(column.Name, InvalidValue, $"{column.Name} holds '{text}', which is no whole number.");
        return null;
    }

    /// <summary>Yes or no; empty is no.</summary>
    public bool Flag(CsvColumn column) => Choice(column, YesOrNo, false);

    /// <summary>Yes or no.</summary>
    /// <returns>Null: empty, or a fault.</returns>
    public bool? KnownFlag(CsvColumn column) => Text(column).Length == 0 ? null : Flag(column);

    /// <summary>One of some words, in any case.</summary>
    public T Choice<T>(CsvColumn column, IReadOnlyDictionary<string, T> words, T whenEmpty)
    {
        var text = Text(column);
        if (text.Length == 0)
            return whenEmpty;
        if (words.TryGetValue(text, out var value))
            return value;
        Fault(column.Name, InvalidValue, $"{column.Name} holds '{text}'. Write {WordsOf(words)}.");
        return whenEmpty;
    }

    /// <summary>The first word for each value: "main, subsidiary or guest".</summary>
    private static string WordsOf<T>(IReadOnlyDictionary<string, T> words)
    {
        string[] first = [.. words.DistinctBy(x => x.Value).Select(x => x.Key)];
        return $"{string.Join(", ", first[..^1])} or {first[^1]}";
    }

    /// <summary>Several values in one, separated by semicolons or spaces.</summary>
    public string[] Several(CsvColumn column) =>
        Text(column).Split([';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static readonly Dictionary<string, bool> YesOrNo = new(StringComparer.OrdinalIgnoreCase)
    {
        ["yes"] = true,
        ["y"] = true,
        ["true"] = true,
        ["t"] = true,
        ["1"] = true,
        ["no"] = false,
        ["n"] = false,
        ["false"] = false,
        ["f"] = false,
        ["0"] = false,
    };
}

/// <summary>What is wrong with a row.</summary>
/// <param name="Column">Where; empty: the row as a whole.</param>
/// <param name="Reason">UPPER_SNAKE_CASE.</param>
/// <param name="Advice">What is wrong and how to mend it.</param>
internal sealed record RowFault(string Column, string Reason, string Advice);
