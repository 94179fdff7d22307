using System.Text;
using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Server.Tables;

namespace IntegrationHub.Server.Exports.Tables;

/// <summary>What is written of sessions and codes, in bytes that are made once.</summary>
internal static class SessionColumns
{
    private static readonly ContractWords Sessions = new(Contracts.Registers.V1.RegisterIngestReflection.Descriptor, nameof(SchoolSession));
    private static readonly ContractWords Categories = new(AttendanceReflection.Descriptor, nameof(MarkCategory));
    private static readonly byte[][] Codes = MakeCodes();

    /// <summary>"ATTENDING, APPROVED_EDUCATIONAL_ACTIVITY, …".</summary>
    public static string CategoryWords => string.Join(", ", Categories.All);

    public static ColumnDescription Date { get; } =
        new() { Name = "session_date", Type = ColumnType.Date, Meaning = "The school day.", Source = "register" };

    public static ColumnDescription Session { get; } =
        new() { Name = "session", Type = ColumnType.Code, Meaning = "AM or PM: each is half a day.", Source = "register" };

    /// <summary>AM or PM.</summary>
    public static ReadOnlySpan<byte> Word(SchoolSession session) => Sessions[(int)session];

    /// <summary>The code as written in a register; empty for a session without a mark.</summary>
    public static ReadOnlySpan<byte> Word(AttendanceCode code) => Codes[code.Index];

    // The contract numbers categories and sessions as the domain does; a test holds them together.
    public static ReadOnlySpan<byte> Word(AttendanceCategory category) => Categories[(int)category];

    private static byte[][] MakeCodes()
    {
        var codes = new byte[byte.MaxValue + 1][];
        Array.Fill(codes, []);
        foreach (var code in AttendanceCode.All)
            codes[code.Index] = Encoding.ASCII.GetBytes(code.Value);
        return codes;
    }
}
