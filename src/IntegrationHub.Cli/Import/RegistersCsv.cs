using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Domain;

namespace IntegrationHub.Cli.Import;

/// <summary>registers.csv: one mark a row.</summary>
internal static class RegistersCsv
{
    private static readonly CsvColumn Urn = CsvColumn.NeededOf("school_urn", "URN of the school, six digits.", "118500");
    private static readonly CsvColumn SessionDate = CsvColumn.NeededOf("date", "The school day.", "2025-09-12");
    private static readonly CsvColumn Session = CsvColumn.NeededOf("session", "AM or PM.", "AM");
    private static readonly CsvColumn Upn = CsvColumn.Of("upn", "Unique pupil number. Each row needs this or mis_pupil_id.", "P851234519001");
    private static readonly CsvColumn MisPupilId = CsvColumn.Of("mis_pupil_id", "The school system's own identifier, as on the roll. Taken where upn is empty.", "4711");
    private static readonly CsvColumn Code = new("code", true, "The statutory code, or a sub-code such as I02. - or empty: not marked.", "/") { MayBeEmpty = true };
    private static readonly CsvColumn SourceCode = CsvColumn.Of("source_code", "The school's own code, where it differs. Kept beside it.", "I1");
    private static readonly CsvColumn MinutesLate = CsvColumn.Of("minutes_late", "0 to 480.", "12");
    private static readonly CsvColumn RecordTime = CsvColumn.Of("record_time", "When the mark was made, with an offset or in the LA's own time. Empty: when the hub receives it.", "2025-09-12T08:55:00+01:00");
    private static readonly CsvColumn Group = CsvColumn.Of("register_group", "The class or form.", "6B");
    private static readonly CsvColumn Withdrawn = CsvColumn.Of("withdrawn", "yes: takes an earlier mark back. Empty: no.", "no");
    private static readonly CsvColumn OriginalCode = CsvColumn.Of("original_code", "For a correction: the code before.", "N");
    private static readonly CsvColumn AmendReason = CsvColumn.Of("amendment_reason", "For a correction: why, as the system's own short reason.", "parent rang");
    private static readonly CsvColumn AmendedBy = CsvColumn.Of("amended_by", "For a correction: who, by name or staff code.", "office1");
    private static readonly CsvColumn AmendTime = CsvColumn.Of("amend_time", "For a correction: when, as record_time.", "2025-09-12T10:20:00+01:00");

    public static readonly CsvLayout Layout = new(
        "Registers", Urn, SessionDate, Session, Upn, MisPupilId, Code, SourceCode, MinutesLate, RecordTime, Group, Withdrawn, OriginalCode,
        AmendReason, AmendedBy, AmendTime);

    private static readonly Dictionary<string, SchoolSession> Sessions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AM"] = SchoolSession.Am,
        ["PM"] = SchoolSession.Pm,
    };

    private static readonly TimeZoneInfo LocalTime = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>Reads the register that the row's mark belongs to, as text: rows of equal keys that follow each other are one register.</summary>
    public static (string Urn, string Date, string Session, string Group) ReadKey(ImportRow row) =>
        (row.Text(Urn), row.Text(SessionDate), row.Text(Session), row.Text(Group));

    /// <summary>A register for the row's key, without marks.</summary>
    public static RegisterSubmission ReadRegister(ImportRow row) => new()
    {
        SchoolUrn = row.Text(Urn),
        SessionDate = row.Date(SessionDate),
        Session = row.Choice(Session, Sessions, SchoolSession.Unspecified),
        RegisterGroup = row.Text(Group),
    };

    public static RegisterMark ReadMark(ImportRow row)
    {
        var mark = new RegisterMark
        {
            Code = row.Text(Code),
            SourceCode = row.Text(SourceCode),
            RecordTime = ReadTime(row, RecordTime),
            Withdrawn = row.Flag(Withdrawn),
            Amendment = ReadAmendment(row),
        };
        if (row.Text(Upn) is { Length: > 0 } upn)
            mark.Upn = upn;
        else if (row.Text(MisPupilId) is { Length: > 0 } id)
            mark.MisPupilId = id;
        else
            row.Fault(Upn.Name, Reason.PupilMissing, Advice.Of(Reason.PupilMissing));
        if (row.Whole(MinutesLate) is { } minutes)
            mark.MinutesLate = minutes;
        return mark;
    }

    private static MarkAmendment? ReadAmendment(ImportRow row)
    {
        var amendment = new MarkAmendment
        {
            OriginalCode = row.Text(OriginalCode),
            Reason = row.Text(AmendReason),
            AmendedBy = row.Text(AmendedBy),
            AmendTime = ReadTime(row, AmendTime),
        };
        return amendment.CalculateSize() == 0 ? null : amendment;
    }

    private static Timestamp? ReadTime(ImportRow row, CsvColumn column)
    {
        var text = row.Text(column);
        if (text.Length == 0)
            return null;
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) || !char.IsAsciiDigit(text[0]) || text.Length < 16 || text[4] != '-')
        {
            row.Fault(column.Name, ImportRow.InvalidValue, $"{column.Name} holds '{text}'. Write the time as 2025-09-12T08:55:00+01:00 or 2025-09-12 08:55.");
            return null;
        }
        return Timestamp.FromDateTime(time.Kind switch
        {
            DateTimeKind.Unspecified => TimeZoneInfo.ConvertTimeToUtc(LocalTime.IsInvalidTime(time) ? time.AddHours(1) : time, LocalTime),
            _ => time.ToUniversalTime(),
        });
    }
}
