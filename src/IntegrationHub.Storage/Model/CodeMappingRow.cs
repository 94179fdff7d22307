namespace IntegrationHub.Storage.Model;

/// <summary>What a code that is in no code set means, as a person has said.</summary>
public class CodeMappingRow
{
    public required string Authority { get; set; }

    /// <summary>The school that uses it; 0: all of them.</summary>
    public int Laestab { get; set; }

    /// <summary>The code as the school's system sends it.</summary>
    public required string SourceCode { get; set; }

    /// <summary>The statutory code.</summary>
    public required string Code { get; set; }

    /// <summary>The decision.</summary>
    public long Position { get; set; }
}
