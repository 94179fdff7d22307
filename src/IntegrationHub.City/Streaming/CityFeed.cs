namespace IntegrationHub.City.Streaming;

/// <summary>One writer's submissions.</summary>
/// <param name="System">The calling system.</param>
/// <param name="WriterId">The writer.</param>
/// <param name="Submissions">How many submissions there are.</param>
/// <param name="Items">How many marks or records they hold.</param>
/// <param name="From">The submissions after the first so many, in order. Those left out cost next to nothing.</param>
public sealed record CityFeed<TSubmission>(
    string System, string WriterId, int Submissions, long Items, Func<long, IEnumerable<TSubmission>> From)
    where TSubmission : class;
