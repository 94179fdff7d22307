using System.CommandLine;
using System.CommandLine.Parsing;
using IntegrationHub.City.Dfe;
using IntegrationHub.Cli.Demo;

namespace IntegrationHub.Cli.Commands.Demo;

/// <summary>The options that make a demonstration of a published day.</summary>
internal sealed class DfeDayOptions
{
    private readonly Option<DateOnly?> _day = DateOption.Create("--day", "A day that DfE has published, instead of the city. Needs --la and --dfe-file.");

    private readonly Option<string?> _la = new("--la") { Description = "The LA, three digits as DfE numbers them.", HelpName = "CODE" };

    private readonly Option<string?> _file = new("--dfe-file")
    {
        Description = "DfE's daily attendance file by local authority, EES_daily_data.csv from \"Pupil attendance in schools\" on Explore education statistics.",
        HelpName = "FILE",
    };

    private readonly Option<string[]> _phases = new("--phase")
    {
        Description = "With --day: one phase only; may be said again for more. For LAs of which a phase is suppressed.",
        HelpName = "PHASE",
    };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_day, _la, _file, _phases])
            command.Add(option);
        command.Validators.Add(Validate);
    }

    /// <returns>Null: no day was asked for.</returns>
    /// <exception cref="CommandException">The file does not have the day.</exception>
    public DfeDayDemo? Choose(ParseResult parsed)
    {
        if (parsed.GetValue(_day) is not { } day)
            return null;
        var file = parsed.GetRequiredValue(_file)!;
        try
        {
            return new DfeDayDemo(DfeDay.Find(PublishedFileArgument.Read(file).Rows, parsed.GetRequiredValue(_la)!, day, parsed.GetValue(_phases)));
        }
        catch (DfeException exception)
        {
            throw CommandException.WrongUsage(exception.Message, exception);
        }
    }

    private void Validate(CommandResult result)
    {
        var said = new Option[] { _day, _la, _file }.Where(x => result.GetResult(x) is not null).ToList();
        if (said.Count is 1 or 2 || (said.Count == 0 && result.GetResult(_phases) is { Implicit: false }))
            result.AddError("A published day needs all of --day, --la and --dfe-file.");
    }
}
