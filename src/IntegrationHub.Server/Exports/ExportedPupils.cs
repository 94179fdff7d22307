using IntegrationHub.Domain.Calendar;
using IntegrationHub.Server.Identity;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Exports;

/// <summary>Tells children as the form of an export has them.</summary>
internal sealed class ExportedPupils(ExportScope scope)
{
    private readonly DateOnly _ageDate = new(scope.Window.AcademicYear.StartYear, 8, 31);

    /// <summary>The UPNs of some children, as known at the export's position; none where the export may not hold them.</summary>
    /// <remarks>Of several the valid one, then the latest stated, then the first by the alphabet.</remarks>
    public async Task<IReadOnlyDictionary<long, string>> UpnsAsync(IReadOnlyCollection<long> pupils, CancellationToken cancellationToken)
    {
        if (!scope.IsIdentified)
            return new Dictionary<long, string>();
        var upns = await scope.Snapshot.Known.PupilIdentifiers
            .Where(x => x.Authority == scope.Authority && x.Scheme == IdentifierScheme.Upn && x.ToPosition == null
                && EF.Parameter(pupils).Contains(x.PupilId))
            .ToListAsync(cancellationToken);
        return upns
            .OrderByDescending(x => x.Quality == IdentifierQuality.Valid)
            .ThenByDescending(x => x.FromPosition)
            .ThenBy(x => x.Value, StringComparer.Ordinal)
            .DistinctBy(x => x.PupilId)
            .ToDictionary(x => x.PupilId, x => x.Value);
    }

    /// <summary>When some children were born, as known at the export's position.</summary>
    public async Task<IReadOnlyDictionary<long, DateOnly>> BornAsync(IReadOnlyCollection<long> pupils, CancellationToken cancellationToken) =>
        await scope.Snapshot.Known.Pupils
            .Where(x => EF.Parameter(pupils).Contains(x.PupilId))
            .ToDictionaryAsync(x => x.PupilId, x => x.DateOfBirth, cancellationToken);

    public ExportedPupil Tell(long pupilId, DateOnly dateOfBirth, IReadOnlyDictionary<long, string> upns) => new()
    {
        PupilId = pupilId,
        Pseudonym = scope.Pseudonyms?.OfPupil(pupilId) ?? [],
        Upn = upns.GetValueOrDefault(pupilId),
        DateOfBirth = dateOfBirth,
        Age = Age.InYears(dateOfBirth, _ageDate),
    };
}
