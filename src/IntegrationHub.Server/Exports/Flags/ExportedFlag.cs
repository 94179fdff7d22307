using IntegrationHub.Contracts.Coverage.V1;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Exports.Flags;

/// <summary>One flag of an export's rows, as it stood at the export's position.</summary>
internal sealed record ExportedFlag
{
    public required FlagRow Flag { get; init; }

    public required FlagLife Life { get; init; }

    public required ExportedPupil Pupil { get; init; }

    /// <summary>In ASCII. Empty where the export is identified.</summary>
    public required byte[] Pseudonym { get; init; }

    /// <summary>The child as the run saw them that last found the cause.</summary>
    public required RunChildRow Child { get; init; }

    /// <summary>The child's main school. Null: on no roll that is known.</summary>
    public int? School { get; init; }

    /// <summary>Null: the hub keeps what its last run saw, and that was later.</summary>
    public FlagExplanation? Evidence { get; init; }
}
