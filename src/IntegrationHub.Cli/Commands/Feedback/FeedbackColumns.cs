using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Feedback.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Server.Tables;
using SchoolSession = IntegrationHub.Contracts.Registers.V1.SchoolSession;

namespace IntegrationHub.Cli.Commands.Feedback;

/// <summary>Columns that several lists have.</summary>
internal static class FeedbackColumns
{
    public static IEnumerable<Column<FeedbackRow<TEntry>>> School<TEntry>() =>
    [
        CsvColumns.Code<FeedbackRow<TEntry>>("school_laestab", "The school's DfE number, seven digits.", x => x.School.SchoolLaestab),
        CsvColumns.Text<FeedbackRow<TEntry>>("school_name", "The school's name.", x => x.School.SchoolName),
        CsvColumns.Day<FeedbackRow<TEntry>>("window_start", "The first day that the list is about.", x => x.School.Window?.StartDate),
        CsvColumns.Day<FeedbackRow<TEntry>>("window_end", "The last day that the list is about.", x => x.School.Window?.EndDate),
        CsvColumns.Text<FeedbackRow<TEntry>>(
            "period", "The half term or term that the window ends with. Empty: the list is of a date.", x => x.School.PeriodName),
    ];

    public static IEnumerable<Column<FeedbackRow<TEntry>>> Pupil<TEntry>(Func<TEntry, FeedbackPupil?> pupil) =>
    [
        CsvColumns.Text<FeedbackRow<TEntry>>("mis_pupil_id", "What the school's own system calls the pupil.", x => pupil(x.Entry)?.MisPupilId ?? "", "roll"),
        CsvColumns.Code<FeedbackRow<TEntry>>("upn", "The unique pupil number. Empty: the roll gives none.", x => pupil(x.Entry)?.Upn ?? "", "roll"),
        CsvColumns.Whole<FeedbackRow<TEntry>>(
            "year_group", "National Curriculum year; 0 is reception. Empty: not known.",
            x => pupil(x.Entry) is { HasYearGroup: true } known ? known.YearGroup : null, "roll"),
    ];

    public static IEnumerable<Column<FeedbackRow<TEntry>>> Session<TEntry>(
        Func<TEntry, Contracts.Type.V1.Date> date, Func<TEntry, SchoolSession> session) =>
    [
        CsvColumns.Day<FeedbackRow<TEntry>>("session_date", "The school day.", x => date(x.Entry), "register"),
        CsvColumns.Code<FeedbackRow<TEntry>>("session", "AM or PM.", x => WordFor(session(x.Entry)), "register"),
    ];

    /// <summary>AM or PM.</summary>
    public static string WordFor(SchoolSession session) =>
        PlainJson.NameOf((int)session, RegisterIngestReflection.Descriptor.EnumTypes.Single(x => x.Name == nameof(SchoolSession)));

    /// <summary>The word of a value of the contract of feedback, without the prefix that its enumeration's share.</summary>
    public static string WordFor<TEnum>(TEnum value)
        where TEnum : struct, Enum => PlainJson.NameOf(
            Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture),
            FeedbackReflection.Descriptor.EnumTypes.Single(x => x.Name == typeof(TEnum).Name));
}
