using System.Globalization;

namespace IntegrationHub.Domain.Tests.Attendance;

/// <summary>A file of the Department's open data: quoted fields, none with a comma inside; "c" is a suppressed figure.</summary>
internal static class PublishedFile
{
    /// <summary>The rows that are not suppressed, each by column name.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string path)
    {
        string[] lines = File.ReadAllLines(path);
        string[] header = Fields(lines[0]);
        List<IReadOnlyDictionary<string, string>> rows = [];
        foreach (string line in lines.Skip(1))
        {
            string[] fields = Fields(line);
            fields.Length.ShouldBe(header.Length, line);
            Dictionary<string, string> row = header.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second);
            if (row["possible_sessions"] != "c")
                rows.Add(row);
        }

        return rows;
    }

    public static long Number(this IReadOnlyDictionary<string, string> row, string column) =>
        long.Parse(row[column], CultureInfo.InvariantCulture);

    private static string[] Fields(string line)
    {
        List<string> fields = [];
        System.Text.StringBuilder field = new();
        bool quoted = false;
        foreach (char character in line)
        {
            if (character == '"')
                quoted = !quoted;
            else if (character == ',' && !quoted)
                Finish();
            else
                field.Append(character);
        }

        Finish();
        return [.. fields];

        void Finish()
        {
            fields.Add(field.ToString());
            field.Clear();
        }
    }
}
