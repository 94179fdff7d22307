namespace IntegrationHub.Storage.Model;

/// <summary>What a row said while it said so. Every row that a figure rests on has its present version too.</summary>
public interface IVersionRow
{
    /// <summary>The journal position from which it stood, inclusive.</summary>
    long KnownFrom { get; set; }

    /// <summary>The journal position from which it no longer stood. Null while it stands.</summary>
    long? KnownTo { get; set; }
}
