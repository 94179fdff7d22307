namespace IntegrationHub.City.Planning;

/// <summary>A session first marked N (no reason yet), and the school day on which the school wrote down what it had learnt.</summary>
/// <param name="Session">The session's index in the term.</param>
/// <param name="Day">The day of the correction, as an index into the term's days.</param>
internal readonly record struct CityCorrection(int Session, int Day);
