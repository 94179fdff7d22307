using IntegrationHub.City.Planning;

namespace IntegrationHub.City.Streaming;

/// <summary>A register that is to be written.</summary>
/// <param name="Class">Whose.</param>
/// <param name="Session">Of which session of the term.</param>
/// <param name="Round">0 the first time, 1 when sent again whole, 2 when it holds corrections only.</param>
/// <param name="Marks">How many marks it holds.</param>
/// <param name="Corrections">The corrections, in round 2; null otherwise.</param>
internal readonly record struct RegisterSlip(CityClass Class, int Session, int Round, int Marks, PupilCorrection[]? Corrections);
