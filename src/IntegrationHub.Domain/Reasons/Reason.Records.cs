using static IntegrationHub.Domain.ReasonEffect;

namespace IntegrationHub.Domain;

// This part: single records of rolls and of sources.
public static partial class Reason
{
    [Means("A field that is needed is empty or absent.", "Fill it. The comments in the protos say which fields are needed.")]
    [Arises(Quarantined)]
    [Arises(RefusesItem)]
    public const string RecordIncomplete = "RECORD_INCOMPLETE";

    [Means("A text has more than 200 characters.", "Send names and identifiers, no free text.")]
    [Arises(Quarantined)]
    [Arises(RefusesItem)]
    public const string TextTooLong = "TEXT_TOO_LONG";

    [Means("An end lies before its start; or a half term outside its term, or with one of its two dates only.",
        "Mend the dates at the source.")]
    [Arises(Quarantined)]
    [Arises(RefusesItem)]
    public const string DatesOutOfOrder = "DATES_OUT_OF_ORDER";

    [Means("No day of the week of an opening lies between its dates.", "Mend the dates or the day of the week.")]
    [Arises(RefusesItem)]
    public const string OpeningWithoutDay = "OPENING_WITHOUT_DAY";

    [Means("A field holds a value that the hub's version of the protos does not have.", "Use a value of the protos.")]
    [Arises(Quarantined)]
    [Arises(RefusesItem)]
    [Arises(FailsCall, CallStatus.InvalidArgument)]
    public const string UnknownValue = "UNKNOWN_VALUE";

    [Means("The kind of lead is not in the hub's table.", "Use one of the kinds in docs/import-formats.md.")]
    [Arises(Quarantined)]
    [Arises(RefusesItem)]
    public const string UnknownLeadKind = "UNKNOWN_LEAD_KIND";

    [Means("The kind of plan is not in the hub's table.", "Use one of the kinds in docs/import-formats.md.")]
    [Arises(Quarantined)]
    [Arises(RefusesItem)]
    public const string UnknownPlanKind = "UNKNOWN_PLAN_KIND";

    [Means("The child of this plan or involvement has not come from this source yet.",
        "Send the child's record: from then on the plan or involvement counts.")]
    [Arises(Pending)]
    public const string ChildUnknown = "CHILD_UNKNOWN";

    [Means("The record stands in this submission or snapshot twice. The later one counts.", "Send it once.")]
    [Arises(Warning)]
    public const string RecordRepeated = "RECORD_REPEATED";

    [Means("The record to be taken back is not there. Nothing changed.", "Check its identifier.")]
    [Arises(Warning)]
    public const string RecordUnknown = "RECORD_UNKNOWN";

    [Means("Another child of the same school has the same UPN and date of birth. The two are kept apart.",
        "Mend the UPN of one of them at the school.")]
    [Arises(Warning)]
    public const string UpnShared = "UPN_SHARED";

    [Means("Another school that has the pupil gives another UPN. From now on the two are taken for two children.",
        "If they are one child whose UPN has changed, send the old UPN as a former one, or have the other school send the new one; then they "
        + "are one again.")]
    [Arises(Warning)]
    public const string UpnOtherThanElsewhere = "UPN_OTHER_THAN_ELSEWHERE";

    [Means("Another school has a pupil with this UPN and date of birth, whose forename begins otherwise. The two are taken for one child; "
        + "they may be twins, one with the other's UPN.",
        "Look whether the UPN is the pupil's own. If it is not, send the right one: that takes the two apart.")]
    [Arises(Warning)]
    public const string UpnForenameMismatch = "UPN_FORENAME_MISMATCH";

    [Means("Another record with this UPN has another date of birth. The two are kept apart.",
        "One of the two is wrong: mend it at its source.")]
    [Arises(Warning)]
    public const string UpnDateOfBirthMismatch = "UPN_DATE_OF_BIRTH_MISMATCH";

    [Means("The date of birth of a pupil lies ahead, or more than 30 years before the entry date.", "Mend the date of birth at the school.")]
    [Arises(Quarantined)]
    public const string InvalidDateOfBirth = "INVALID_DATE_OF_BIRTH";

    [Means("The NHS number's check digit does not fit. The record counts without it.", "Mend it, or leave it empty.")]
    [Arises(Warning)]
    public const string InvalidNhsNumber = "INVALID_NHS_NUMBER";

    [Means("The year group is not between -4 and 14. The record counts without it.",
        "Send the national curriculum year, or leave it out.")]
    [Arises(Warning)]
    public const string InvalidYearGroup = "INVALID_YEAR_GROUP";

    [Means("The sex is neither M, F nor empty. The record counts without it.", "Send M, F or nothing.")]
    [Arises(Warning)]
    public const string InvalidSex = "INVALID_SEX";

    [Means("The home authority is no authority's three digits. The child counts as living in the hub's own.",
        "Send the home authority's DfE number, or nothing.")]
    [Arises(Warning)]
    public const string InvalidAuthority = "INVALID_AUTHORITY";
}
