using IntegrationHub.Domain.Calendar;
using IntegrationHub.Server.Identity;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Exports;

/// <summary>Tells children as the form of an export has them.</summary>
internal sealed class ExportedPupils(ExportScope scope)
{
    private readonly DateOnly _ageDate = new(scope.Window.AcademicYear.StartYear, 8, 31);

    /// <summary>The UPNs of some children, as known at the export's position; none where the export may not hold them.</summary>
    public async Task<IReadOnlyDictionary<long, string>> UpnsAsync(IReadOnlyCollection<long> pupils, CancellationToken cancellationToken) =>
        scope.IsIdentified ? await PupilNumbers.UpnsOfAsync(scope.Snapshot.Known, scope.Authority, pupils, cancellationToken) : new();

    /// <summary>When some children were born, as known at the export's position.</summary>
    public async Task<IReadOnlyDictionary<long, DateOnly>> BornAsync(IReadOnlyCollection<long> pupils, CancellationToken cancellationToken) =>
        await scope.Snapshot.Known.Pupils
            .Where(x => EF.Parameter(pupils).Contains(x.PupilId))
            .ToDictionaryAsync(x => x.PupilId, x => x.DateOfBirth, cancellationToken);

    public ExportedPupil Tell(long pupilId, DateOnly dateOfBirth, string? upn) => new()
    {
        PupilId = pupilId,
        Pseudonym = scope.Pseudonyms?.OfPupil(pupilId) ?? [],
        Upn = upn,
        DateOfBirth = dateOfBirth,
        Age = Age.InYears(dateOfBirth, _ageDate),
    };
}
