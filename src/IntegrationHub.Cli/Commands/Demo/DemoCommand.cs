using System.CommandLine;
using IntegrationHub.City;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Cli.Demo;
using IntegrationHub.Cli.Output;

namespace IntegrationHub.Cli.Commands.Demo;

/// <summary><c>hub demo</c></summary>
internal sealed class DemoCommand : HubCommand
{
    private static readonly CityOptions City = new();

    private readonly DfeDayOptions _day = new();

    private readonly Option<int> _seed = Number("--seed", City.Seed, "Which city. The same seed and sizes give the same city, to the last mark.");
    private readonly Option<int> _pupils = Number("--pupils", City.Pupils, "How many children the city has.");
    private readonly Option<int> _schools = Number("--schools", City.Schools, "How many schools it has.");
    private readonly Option<bool> _exit = new("--exit") { Description = "Ends after the table instead of serving on." };

    private readonly Option<string?> _data = new("--data")
    {
        Description = "A folder to keep the hub in. It must be empty, or hold the same demonstration, which then goes on where it stopped. Default: a temporary folder, deleted at the end.",
        HelpName = "FOLDER",
    };

    public DemoCommand()
        : base("demo", "Streams an invented city through a hub, and shows its coverage beside what is to be found.")
    {
        Details =
        [
            "The city lives through the autumn term of 2021. With the usual seed and sizes its figures are those that Portsmouth published for that term; its schools and children are invented. The table ends with exit code 0 when every figure is as expected, and 1 when one differs.",
            "With --day the hub lives a published day of an LA again instead, and shows its own figures beside DfE's.",
            "Afterwards the hub serves on, with its page, until Ctrl+C.",
        ];
        Examples =
        [
            ("hub demo", "Streams the city, shows the table, and serves on."),
            ("hub demo --exit --pupils 2000 --schools 12", "A smaller city, for a first look; ends after the table."),
            ("hub demo --day 2025-09-12 --la 851 --dfe-file EES_daily_data.csv", "Portsmouth's schools on 12 September 2025, as published."),
        ];
        foreach (var option in (Option[])[_exit, _seed, _pupils, _schools, _data])
            Add(option);
        _day.AddTo(this);
        ServingOptions.AddTo(this);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        IDemo demo = _day.Choose(parsed) is { } day ? day : ChooseCity(parsed);
        using var folder = DemoFolder.Take(parsed.GetValue(_data), demo.Name);
        await using var hub = await LocalHub.StartAsync(folder.Data, options =>
        {
            options.Authority = demo.Authority;
            // Tonight is years after the city's term: a nightly run would find nobody.
            options.Reconciliation.Schedule = "";
            ServingOptions.Apply(parsed, options);
        }, cancellationToken);
        var right = await demo.RunAsync(hub.Host, terminal, cancellationToken);
        if (!parsed.GetValue(_exit))
        {
            ServingOptions.Announce(hub.Host, terminal);
            await ServingOptions.UntilStoppedAsync(hub.Host, terminal, cancellationToken);
        }
        return right ? ExitCode.Done : ExitCode.No;
    }

    private CityDemo ChooseCity(ParseResult parsed)
    {
        try
        {
            return new CityDemo(CityPlan.Create(new CityOptions(parsed.GetValue(_seed), parsed.GetValue(_pupils), parsed.GetValue(_schools))));
        }
        catch (ArgumentException exception)
        {
            throw CommandException.WrongUsage(exception.Message, exception);
        }
    }

    private static Option<int> Number(string name, int usual, string description) => new(name)
    {
        Description = $"{description} Default: {usual}.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => usual,
    };
}
