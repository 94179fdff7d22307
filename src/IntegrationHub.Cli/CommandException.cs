namespace IntegrationHub.Cli;

/// <summary>Ends a command with a sentence for the person at the keyboard.</summary>
internal sealed class CommandException(ExitCode exitCode, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    public ExitCode ExitCode { get; } = exitCode;

    public static CommandException WrongUsage(string message, Exception? cause = null) => new(ExitCode.WrongUsage, message, cause);

    public static CommandException Unreachable(string message, Exception? cause = null) => new(ExitCode.Unreachable, message, cause);
}
