using IntegrationHub.Storage;

namespace IntegrationHub.Server.Identity;

/// <summary>
/// The children who must be protected: their roll says so, or a source that holds them does. They are counted, and listed to nobody
/// but the holder of their case.
/// </summary>
internal static class RestrictedPupils
{
    public static IQueryable<long> Of(HubDbContext context, string authority)
    {
        var bySource =
            from match in context.Matches
            join person in context.SourcePersons
                on new { match.Authority, match.SourceId, match.SourcePersonId }
                equals new { person.Authority, person.SourceId, person.SourcePersonId }
            where match.Authority == authority && match.ToPosition == null && person.ClosedPosition == null && person.Restricted
            select match.PupilId;
        return context.Pupils.Where(x => x.Authority == authority && x.Restricted).Select(x => x.PupilId).Union(bySource);
    }
}
