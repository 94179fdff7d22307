namespace IntegrationHub.Domain.Tests.Attendance;

/// <summary>
/// The codes by category as the rules of the domain list them, written out by hand: a second opinion on the embedded tables.
/// </summary>
internal static class PlainCodes
{
    public static readonly string[] Attending = ["/", "\\", "L"];
    public static readonly string[] Activity = ["K", "V", "P", "W", "B", "J"];
    public static readonly string[] Authorised = ["C1", "M", "J1", "S", "C2", "C", "T", "R", "I", "E", "H", "F"];
    public static readonly string[] Unauthorised = ["G", "N", "O", "U"];
    public static readonly string[] NotPossible = ["D", "X", "Q", "Y", "Y1", "Y2", "Y3", "Y4", "Y5", "Y6", "Y7"];
    public static readonly string[] Administrative = ["Z", "#"];

    public static bool IsAttended(string code) => Attending.Contains(code) || Activity.Contains(code);

    public static bool IsAbsent(string code) => Authorised.Contains(code) || Unauthorised.Contains(code);

    public static bool IsPossible(string code) => IsAttended(code) || IsAbsent(code);
}
