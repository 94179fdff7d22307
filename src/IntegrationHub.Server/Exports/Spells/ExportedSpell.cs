using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Exports.Spells;

/// <summary>One time of meeting a threshold, of an export's rows, as it stood at the export's position.</summary>
internal sealed record ExportedSpell
{
    /// <summary>The record as it is now: of what may have changed since, <see cref="Evidence"/> is to be used.</summary>
    public required ThresholdSpellRow Spell { get; init; }

    public required ExportedPupil Pupil { get; init; }

    /// <summary>In ASCII. Empty where the export is identified.</summary>
    public required byte[] Pseudonym { get; init; }

    /// <summary>The child's main school. Null: on no roll that is known.</summary>
    public int? School { get; init; }

    public required DateOnly LastMetDate { get; init; }

    /// <summary>Null: it was still met.</summary>
    public DateOnly? CloseDate { get; init; }

    /// <summary>The record, where it tells of the run that last found it. Null: the hub keeps what its last run saw, and that was later.</summary>
    public ThresholdSpellRow? Evidence { get; init; }
}
