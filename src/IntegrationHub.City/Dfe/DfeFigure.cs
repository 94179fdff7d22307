namespace IntegrationHub.City.Dfe;

/// <summary>A published figure beside the hub's.</summary>
/// <param name="Phase">Of which phase, or "Total".</param>
/// <param name="Name">The column of the file.</param>
/// <param name="Published">As the file has it.</param>
/// <param name="Hub">As the hub has it.</param>
/// <param name="Agrees">True when both are the same: sessions exactly, rates to 15 significant digits.</param>
public sealed record DfeFigure(string Phase, string Name, string Published, string Hub, bool Agrees);
