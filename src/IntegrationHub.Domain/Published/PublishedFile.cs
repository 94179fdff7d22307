using System.Collections.Immutable;
using CsvHelper;

namespace IntegrationHub.Domain.Published;

/// <summary>
/// A file of the Department for Education's "Pupil attendance in schools" (Open Government Licence): by day, by week or the year to date,
/// for authorities, regions and England, by phase.
/// </summary>
public sealed class PublishedFile
{
    private static readonly string[] Needed =
        ["geographic_level", "possible_sessions", "authorised_absence", "reason_present_am", "reason_present_pm"];

    private PublishedFile(ImmutableArray<PublishedColumn> columns, IReadOnlyList<PublishedRow> rows)
    {
        Columns = columns;
        Rows = rows;
    }

    /// <summary>The columns, in the file's order.</summary>
    public ImmutableArray<PublishedColumn> Columns { get; }

    /// <summary>Every row, in the file's order, suppressed ones too.</summary>
    public IReadOnlyList<PublishedRow> Rows { get; }

    /// <summary>The columns that no rule knows: nobody can say that what they hold agrees with anything.</summary>
    public IEnumerable<PublishedColumn> UnknownColumns => Columns.Where(column => column.Kind == PublishedColumnKind.Unknown);

    /// <summary>Reads a whole file.</summary>
    /// <exception cref="PublishedFileException">It is not such a file, or a row cannot be read.</exception>
    public static PublishedFile Read(TextReader text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            using CsvReader csv = CsvReader.Create(text, CsvReaderOptions.Default, leaveOpen: true);
            bool any = csv.Read();
            ImmutableArray<PublishedColumn> columns = [.. csv.Headers.Select(PublishedColumn.Of)];
            if (Needed.FirstOrDefault(name => columns.All(column => column.Name != name)) is { } missing)
                throw new FormatException($"it has no column {missing}");
            if (columns.CountBy(column => column.Name).FirstOrDefault(names => names.Value > 1) is { Key: { } twice })
                throw new FormatException($"it has the column {twice} twice");

            PublishedRowReader reader = new(columns);
            List<PublishedRow> rows = [];
            for (; any; any = csv.Read())
                rows.Add(reader.Read([.. columns.Select((_, place) => csv.GetString(place))]));
            return new PublishedFile(columns, rows);
        }
        catch (Exception exception) when (exception is CsvFormatException or FormatException or OverflowException)
        {
            throw new PublishedFileException(
                $"The file is not the Department for Education's attendance data, or is damaged: {FirstLine(exception)}", exception);
        }
    }

    private static string FirstLine(Exception exception) => exception.Message.Split('\n')[0].Trim();
}
