namespace IntegrationHub.City.Streaming;

/// <summary>Where the sending of a load stands.</summary>
/// <param name="Stage">What is being sent.</param>
/// <param name="Sent">Records or marks of this stage handed to the feeds; those sent by an earlier run are estimated.</param>
/// <param name="Receipted">Those that have their receipt.</param>
/// <param name="Total">All of this stage.</param>
public sealed record CityProgress(CityStage Stage, long Sent, long Receipted, long Total);
