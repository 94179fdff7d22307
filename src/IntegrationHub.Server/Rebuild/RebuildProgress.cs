namespace IntegrationHub.Server.Rebuild;

/// <summary>How far a stage of a rebuild, an export or an import has come.</summary>
/// <param name="Done">In the unit of the stage.</param>
/// <param name="Total">0: there is nothing to do.</param>
public readonly record struct RebuildProgress(RebuildStage Stage, long Done, long Total);

/// <summary>The stages, in their order.</summary>
public enum RebuildStage
{
    /// <summary>A journal's file is checked, in bytes.</summary>
    Checking,

    /// <summary>A journal's file is written, in rows.</summary>
    Exporting,

    /// <summary>Registers that the old tables lack are folded into them, in schools.</summary>
    CatchingUp,

    /// <summary>The journal is applied again, in rows.</summary>
    Replaying,

    /// <summary>Registers are folded, in schools.</summary>
    Folding,

    /// <summary>The old tables and the new are compared, in tables.</summary>
    Comparing,
}
