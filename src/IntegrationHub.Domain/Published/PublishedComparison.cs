using System.Globalization;
using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Domain.Published;

/// <summary>A figure of a published row beside the same counted by someone else.</summary>
/// <param name="Column">The file's column; "F, the remainder" for the code without one.</param>
/// <param name="Published">As the file has it.</param>
/// <param name="Counted">As counted.</param>
/// <param name="Agrees">True when both are the same: sessions exactly, rates to the last digit written.</param>
public sealed record PublishedFigure(string Column, string Published, string Counted, bool Agrees);

/// <summary>Holds every figure of a published row against a count.</summary>
/// <remarks>
/// All of the row's sessions, measures and rates are compared, whatever columns its file has; pa_perc is the one rate that sessions cannot
/// give, and is compared only with the two counts of enrolments that it is made of, in files that have them. Columns not known are not the
/// row's fault:
/// <see cref="PublishedFile.UnknownColumns"/> names them.
/// </remarks>
public static class PublishedComparison
{
    private static readonly AttendanceCode FamilyHoliday = AttendanceCode.Parse("F");

    /// <summary>The figures of a row that is not suppressed, in the order of its file.</summary>
    public static IEnumerable<PublishedFigure> Of(PublishedRow row, PublishedCounts counts)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(counts);
        for (int place = 0; place < row.Columns.Length; place++)
        {
            if (Compare(row, row.Columns[place], row.Cells[place], counts) is { } figure)
                yield return figure;
        }

        if (row.Columns.All(column => column.Code != FamilyHoliday))
        {
            long remainder = row.Sessions[FamilyHoliday];
            long counted = counts.Sessions[FamilyHoliday];
            yield return new PublishedFigure("F, the remainder", Text(remainder), Text(counted), remainder >= 0 && remainder == counted);
        }
    }

    /// <summary>The figures of a row that do not follow from its own sessions by code; empty when every derived column does.</summary>
    public static IEnumerable<PublishedFigure> Recount(PublishedRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Of(row, PublishedCounts.Of(row.Sessions)).Where(figure => !figure.Agrees);
    }

    private static PublishedFigure? Compare(PublishedRow row, PublishedColumn column, string cell, PublishedCounts counts) => column.Kind switch
    {
        PublishedColumnKind.Sessions or PublishedColumnKind.Measure => Sessions(column, cell, counts.Of(column)),
        PublishedColumnKind.Rate => Rate(column.Name, cell, counts.Of(column), counts.Measures[PublishedMeasure.PossibleSessions]),
        PublishedColumnKind.PersistentAbsence => PersistentAbsence(row, column, cell),
        _ => null,
    };

    private static PublishedFigure Sessions(PublishedColumn column, string cell, long counted) =>
        new(column.Name, cell, Text(counted), PublishedNumber.IsSessions(cell, counted));

    private static PublishedFigure Rate(string column, string cell, long part, long whole)
    {
        if (whole == 0)
            return new PublishedFigure(column, cell, "none possible", PublishedNumber.IsNotShown(cell));

        double rate = PublishedRate.Of(part, whole);
        return new PublishedFigure(column, cell, rate.ToString("G15", CultureInfo.InvariantCulture), PublishedRate.IsWrittenAs(rate, cell));
    }

    private static PublishedFigure? PersistentAbsence(PublishedRow row, PublishedColumn column, string cell) =>
        !PublishedNumber.IsNotShown(cell)
        && PublishedNumber.Read(row["pa_flag"]) is { } absent
        && PublishedNumber.Read(row["ytd_enrolments"]) is { } all
            ? Rate(column.Name, cell, (long)absent, (long)all)
            : null;

    private static string Text(long sessions) => sessions.ToString(CultureInfo.InvariantCulture);
}
