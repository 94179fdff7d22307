using IntegrationHub.Server.Identity;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Coverage;

/// <summary>
/// The flags that may be listed. A restricted child carries none; one who became restricted since the last run, or after a flag was
/// closed, must not stand on a list until then either.
/// </summary>
internal static class VisibleFlags
{
    public static IQueryable<FlagRow> Of(HubDbContext context, string authority)
    {
        var restricted = RestrictedPupils.Of(context, authority);
        return context.Flags.Where(x => x.Authority == authority && !restricted.Contains(x.PupilId));
    }
}
