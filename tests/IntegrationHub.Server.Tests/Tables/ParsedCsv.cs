using System.Text;

namespace IntegrationHub.Server.Tests.Tables;

/// <summary>CSV as RFC 4180 reads it, character by character: a second opinion on what the hub writes.</summary>
internal sealed class ParsedCsv
{
    private ParsedCsv(List<string[]> lines)
    {
        Columns = lines[0];
        Rows = [.. lines.Skip(1).Select(x => new CsvRow(Columns, x))];
    }

    public IReadOnlyList<string> Columns { get; }

    public IReadOnlyList<CsvRow> Rows { get; }

    public static ParsedCsv Of(byte[] bytes) => new(Lines(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes)));

    public static List<string[]> Lines(string text)
    {
        var (lines, values, value) = (new List<string[]>(), new List<string>(), new StringBuilder());
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                value.Length.ShouldBe(0, "a quotation mark inside a value without quotes");
                for (i++; text[i] != '"' || (i + 1 < text.Length && text[i + 1] == '"'); i++)
                {
                    value.Append(text[i]);
                    if (text[i] == '"')
                        i++;
                }
                (i + 1 == text.Length || text[i + 1] is ',' or '\r').ShouldBeTrue("something after a closing quotation mark");
            }
            else if (text[i] == ',')
            {
                End();
            }
            else if (text[i] == '\r')
            {
                text[++i].ShouldBe('\n');
                End();
                lines.Add([.. values]);
                values.Clear();
            }
            else
            {
                text[i].ShouldNotBe('\n');
                value.Append(text[i]);
            }
        }
        (values.Count, value.Length).ShouldBe((0, 0), "the last line does not end");
        return lines;

        void End()
        {
            values.Add(value.ToString());
            value.Clear();
        }
    }
}

/// <summary>A row, by its columns' names.</summary>
internal sealed class CsvRow
{
    private readonly Dictionary<string, string> _values;

    public CsvRow(IReadOnlyList<string> columns, string[] values)
    {
        values.Length.ShouldBe(columns.Count);
        _values = columns.Zip(values).ToDictionary(x => x.First, x => x.Second);
    }

    public string this[string column] => _values[column];

    public IEnumerable<string> Values => _values.Values;

    public long Number(string column) => long.Parse(_values[column], System.Globalization.CultureInfo.InvariantCulture);
}
