namespace IntegrationHub.Cli.Tests;

/// <summary>What one command line did.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static async Task<CommandRun> OfAsync(params string[] args)
    {
        var (output, error) = (new CapturedWriter(), new CapturedWriter());
        var exitCode = await HubCommandLine.RunAsync(args, output, error);
        return new CommandRun(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Everything it wrote, for messages of failed tests.</summary>
    public string All => $"exit code {ExitCode}\n{Output}\n{Error}";
}
