using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Domain.Tests.Attendance;

/// <summary>Makes strips for tests, from any bytes or from codes written out.</summary>
internal static class Strips
{
    /// <summary>Bytes that are all codes, no mark, or a mark withdrawn, whatever bytes come in.</summary>
    public static byte[] Of(byte[] any) =>
        [.. any.Select(value => (value % 40) is 39 ? AttendanceCode.WithdrawnIndex : (byte)(value % 40))];

    /// <summary>One slot a word; "-" is no mark and "w" a mark withdrawn.</summary>
    public static byte[] Of(string codes) => [.. codes.Split(' ').Select(IndexOf)];

    /// <summary>The codes of a strip as text; empty where there is no mark.</summary>
    public static string[] Texts(byte[] strip) => [.. strip.Select(index => AttendanceCode.FromIndex(index).Value)];

    private static byte IndexOf(string code) => code switch
    {
        "-" => AttendanceCode.NotMarkedIndex,
        "w" => AttendanceCode.WithdrawnIndex,
        _ => AttendanceCode.Parse(code).Index,
    };
}
