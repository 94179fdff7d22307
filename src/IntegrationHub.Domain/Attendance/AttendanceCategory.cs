namespace IntegrationHub.Domain.Attendance;

/// <summary>What a mark counts as.</summary>
/// <remarks>
/// Possible sessions are <see cref="Attending"/>, <see cref="ApprovedEducationalActivity"/>, <see cref="Authorised"/> and
/// <see cref="Unauthorised"/>; the first two are attended, the last two absent. <see cref="NotPossible"/> (due at the other school, not of
/// compulsory age, unable to attend) and <see cref="Administrative"/> (not on the register, planned closure) differ in name only: both stay
/// outside every rate. <see cref="NotMarked"/> is no category of the regulations: it is the absence of a mark, and never an absence.
/// Source: the Department for Education's daily attendance data, whose derived columns add up in this way and no other.
/// </remarks>
public enum AttendanceCategory
{
    NotMarked = 0,
    Attending,
    ApprovedEducationalActivity,
    Authorised,
    Unauthorised,
    NotPossible,
    Administrative,
}
