namespace IntegrationHub.Storage.Model;

/// <summary>
/// A school, by its DfE number (LAESTAB), which stays when the school becomes an academy and its URN changes.
/// </summary>
public class SchoolRow
{
    public required string Authority { get; set; }
    public int Laestab { get; set; }
    public required string Name { get; set; }
    public required string Phase { get; set; }
}
