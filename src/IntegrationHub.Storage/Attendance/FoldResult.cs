namespace IntegrationHub.Storage.Attendance;

/// <summary>What one pass over one school did.</summary>
/// <param name="Registers">Registers folded.</param>
/// <param name="More">Whether registers were left for another pass.</param>
/// <param name="IsTaken">Another process folds the school, so this pass did nothing.</param>
public readonly record struct FoldResult(int Registers, bool More, bool IsTaken = false);
