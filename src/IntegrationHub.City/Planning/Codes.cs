using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.City.Planning;

/// <summary>The codes of autumn 2021 that the city uses, as indexes.</summary>
internal static class Codes
{
    public static readonly byte PresentMorning = Index("/");
    public static readonly byte PresentAfternoon = Index("\\");
    public static readonly byte Late = Index("L");
    public static readonly byte LateAfterClose = Index("U");
    public static readonly byte Ill = Index("I");
    public static readonly byte Medical = Index("M");
    public static readonly byte OtherAuthorised = Index("C");
    public static readonly byte HolidayAgreed = Index("H");
    public static readonly byte Holiday = Index("G");
    public static readonly byte Excluded = Index("E");
    public static readonly byte Religious = Index("R");
    public static readonly byte Traveller = Index("T");
    public static readonly byte AbsentWithoutReason = Index("O");
    public static readonly byte NoReasonYet = Index("N");
    public static readonly byte OffSite = Index("B");
    public static readonly byte Visit = Index("V");
    public static readonly byte Sport = Index("P");
    public static readonly byte WorkExperience = Index("W");
    public static readonly byte Interview = Index("J");
    public static readonly byte DualRegistered = Index("D");
    public static readonly byte NotRequired = Index("X");
    public static readonly byte UnableToAttend = Index("Y");

    /// <summary>Present, in the words of the session: / in the morning, \ in the afternoon.</summary>
    public static byte Present(int session) => (session & 1) == 0 ? PresentMorning : PresentAfternoon;

    private static byte Index(string code) => AttendanceCode.Parse(code).Index;
}
