namespace IntegrationHub.Cli;

/// <summary>What a command tells the shell. Scripts rely on these numbers.</summary>
internal enum ExitCode
{
    /// <summary>Done.</summary>
    Done = 0,

    /// <summary>It ran, and the answer is no: figures differ, rows were refused, nothing is there to report.</summary>
    No = 1,

    /// <summary>The command line or a file is not what the command takes. Nothing was done.</summary>
    WrongUsage = 2,

    /// <summary>The hub cannot be reached.</summary>
    Unreachable = 3,

    /// <summary>Stopped by Ctrl+C before it was done, as shells number it.</summary>
    Interrupted = 130,
}
