using IntegrationHub.Domain;

namespace IntegrationHub.Cli.Import;

/// <summary>What to do about a mark or record that the hub remarked on. Receipts carry the reason alone.</summary>
internal static class Advice
{
    private static readonly Dictionary<string, string> ByReason = new(StringComparer.Ordinal)
    {
        [Reason.PupilMissing] = "Name the pupil by upn or mis_pupil_id.",
        [Reason.PupilNotOnRoll] = "The pupil is not on this school's roll yet. The mark is kept and counts from the moment the roll names the pupil.",
        [Reason.DateOutsideEnrolment] = "The pupil was not on this school's roll on that day. The mark is kept and counts if the roll's dates change.",
        [Reason.PupilAmbiguous] = "Two pupils of this school answer to this identifier. Mend the roll, or name the pupil by the other identifier.",
        [Reason.PupilRepeated] = "The pupil stands in this register twice. Keep one mark for each pupil and session.",
        [Reason.UnknownCode] = "The code is not one of DfE's. Put the statutory code in code, and the school's own in source_code.",
        [Reason.CodeOfOtherEra] = "The code was not in use on that date. It counts as what it meant; mend it at the school.",
        [Reason.CodeOfOtherSession] = "/ is for mornings and \\ for afternoons. It counts as present; mend it at the school.",
        [Reason.MalformedUpn] = "A UPN is a letter, eleven digits and a digit or letter. Mend it, or leave it empty and name the pupil by mis_pupil_id.",
        [Reason.UpnCheckLetter] = "The UPN's first letter does not fit its digits: one of them is mistyped.",
        [Reason.UpnDateOfBirthMismatch] = "Another child with this UPN has another date of birth. One of the two records is wrong.",
        [Reason.InvalidMinutesLate] = "Minutes late are 0 to 480.",
        [Reason.AmendmentTooLong] = "The reason of an amendment is at most 200 characters.",
        [Reason.RecordTimeOutOfBounds] = "The record time lies in the future or far in the past. Look at the clock of the system that wrote it.",
        [Reason.RecordIncomplete] = "A needed value is missing.",
        [Reason.UnknownLeadKind] = "Use one of the lead kinds in docs/import-formats.md.",
        [Reason.UnknownPlanKind] = "Use one of the plan kinds in docs/import-formats.md.",
        [Reason.InvalidNhsNumber] = "The NHS number's check digit does not fit. Mend it, or leave it empty.",
        [Reason.InvalidDate] = "The date is none of the calendar.",
        [Reason.InvalidText] = "A value holds characters that are none (U+FFFD). Save the file as \"CSV UTF-8\" from its source again.",
        [Reason.SnapshotHeld] = "The snapshot would close more than a set share of what is open, and waits: see 'hub snapshots list'.",
    };

    /// <summary>A sentence for the reason; for one that is new here, where to look it up.</summary>
    public static string Of(string reason) => ByReason.GetValueOrDefault(reason, "See docs/errors.md.");
}
