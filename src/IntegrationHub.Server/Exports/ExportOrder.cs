using IntegrationHub.Domain.Attendance;
using IntegrationHub.Server.Security;
using IntegrationHub.Server.Tables;
using KnownAt = IntegrationHub.Contracts.Attendance.V1.KnownAt;

namespace IntegrationHub.Server.Exports;

/// <summary>What is to be exported, and who wants it.</summary>
internal sealed record ExportOrder
{
    public required Caller Caller { get; init; }

    public required IExportedTable Table { get; init; }

    /// <summary>One of the two forms.</summary>
    public required ColumnForms Form { get; init; }

    public required AttendanceWindow Window { get; init; }

    /// <summary>A term in the year in which the window ends, and up to its last day. Empty: the window as it is.</summary>
    public required string TermName { get; init; }

    /// <summary>The school's number. Null: all.</summary>
    public int? School { get; init; }

    /// <summary>Null: now.</summary>
    public KnownAt? KnownAt { get; init; }
}
