using IntegrationHub.Server.Identity;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Thresholds;

/// <summary>The spells that may be listed: a child who must be protected is counted, and stands on no list, from the moment it is known.</summary>
internal static class VisibleSpells
{
    public static IQueryable<ThresholdSpellRow> Of(HubDbContext context, string authority)
    {
        var restricted = RestrictedPupils.Of(context, authority);
        return context.ThresholdSpells.Where(x => x.Authority == authority && !restricted.Contains(x.PupilId));
    }
}
