namespace IntegrationHub.Storage.Attendance;

/// <summary>A school's strips as of a snapshot, and how fresh they are.</summary>
/// <param name="Strips">Codes by enrolment and academic year. An enrolment without marks in a year has none.</param>
/// <param name="TailDetails">Details of marks in the journal's tail, which stand before those stored; null: none any more.</param>
/// <param name="DetailsAreWhole">Those are all the details there are: nothing stored counts beside them.</param>
/// <param name="LastRegisterTime">When the last register was received, UTC. Null: none ever was.</param>
/// <param name="LastSessionNumber">The latest session that a register was received for. Null: none.</param>
public sealed record SchoolStrips(
    IReadOnlyDictionary<StripKey, byte[]> Strips,
    IReadOnlyDictionary<(StripKey Strip, int Slot), MarkDetail?> TailDetails,
    bool DetailsAreWhole,
    DateTime? LastRegisterTime,
    int? LastSessionNumber);
