namespace IntegrationHub.Domain.Attendance;

/// <summary>One of the two halves of a school day; a register is taken at the start of each.</summary>
public enum SchoolSession
{
    Am = 1,
    Pm = 2,
}
