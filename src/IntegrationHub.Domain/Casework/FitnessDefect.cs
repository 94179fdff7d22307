namespace IntegrationHub.Domain.Casework;

/// <summary>Why a source is not believed.</summary>
public enum FitnessDefect
{
    /// <summary>One value stands for the worker in nearly every open record, across teams: a placeholder, whatever it says.</summary>
    ConstantWorker = 0,

    /// <summary>There are open records and not one names a worker.</summary>
    NoWorkerFilled,

    /// <summary>The last complete load is older than the source's interval allows.</summary>
    Stale,

    /// <summary>Too few of its children are matched for their absence to mean anything.</summary>
    LowMatchRate,
}
