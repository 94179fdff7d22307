using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage.Attendance;

namespace IntegrationHub.Server.Attendance;

/// <summary>What an answer rests on.</summary>
/// <param name="Position">The journal position that it was made at.</param>
/// <param name="AsOfTime">When it was made, UTC.</param>
/// <param name="Schools">How fresh each school concerned is, by number.</param>
internal sealed record Freshness(long Position, DateTime AsOfTime, IReadOnlyList<SchoolFreshness> Schools);

/// <summary>How fresh one school's marks are.</summary>
/// <param name="Laestab">The school's DfE number.</param>
/// <param name="LastRegisterTime">When its last register was received, UTC. Null: none ever was.</param>
/// <param name="LastSessionDate">The latest school day that it sent a register for. Null: none.</param>
internal sealed record SchoolFreshness(int Laestab, DateTime? LastRegisterTime, DateOnly? LastSessionDate)
{
    public static SchoolFreshness Of(int laestab, SchoolStrips read) => new(
        laestab, read.LastRegisterTime, read.LastSessionNumber is { } session ? SessionNumber.DateOf(session) : null);
}
