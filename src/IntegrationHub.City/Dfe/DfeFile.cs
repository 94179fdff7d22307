using CsvHelper;

namespace IntegrationHub.City.Dfe;

/// <summary>The Department for Education's daily attendance file ("EES_daily_data.csv", Open Government Licence).</summary>
public static class DfeFile
{
    /// <summary>Every row, in the file's order.</summary>
    /// <exception cref="DfeException">The file is not one of daily attendance, or a row cannot be read.</exception>
    public static IReadOnlyList<DfeRow> Read(TextReader text)
    {
        try
        {
            using CsvReader csv = CsvReader.Create(text, CsvReaderOptions.Default, leaveOpen: true);
            List<DfeRow> rows = [];
            while (csv.Read())
                rows.Add(DfeRow.Read(csv));
            return rows;
        }
        catch (Exception exception) when (exception is CsvFormatException or FormatException or KeyNotFoundException or OverflowException)
        {
            throw new DfeException($"The file is not the Department for Education's daily attendance data, or is damaged: {FirstLine(exception)}", exception);
        }
    }

    /// <summary>Every row of a file.</summary>
    /// <exception cref="DfeException">The file is not one of daily attendance, or a row cannot be read.</exception>
    public static IReadOnlyList<DfeRow> Read(string path)
    {
        using StreamReader text = new(path);
        return Read(text);
    }

    private static string FirstLine(Exception exception) => exception.Message.Split('\n')[0].Trim();
}
