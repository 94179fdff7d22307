using System.CommandLine;
using Grpc.Core;
using IntegrationHub.Server.Security;

namespace IntegrationHub.Cli.Connection;

/// <summary>Who decides: the hub keeps a decision with the name of who made it.</summary>
internal static class PersonOption
{
    private static readonly Option<string?> By = new("--by")
    {
        Description = "Who decides: the name is kept with the decision. Default: the name you are signed in with.",
        HelpName = "NAME",
    };

    public static void AddTo(Command command) => command.Add(By);

    /// <summary>The metadata that name the person.</summary>
    /// <exception cref="CommandException">There is no name that metadata can carry: they are ASCII.</exception>
    public static Metadata Signed(ParseResult parsed)
    {
        var name = (parsed.GetValue(By) ?? Environment.UserName).Trim();
        return name.Length > 0 && CanTravel(name)
            ? new Metadata { { CallerResolver.PersonHeader, name } }
            : throw CommandException.WrongUsage("Say who decides with --by, in unaccented letters.");
    }

    /// <summary>Whether metadata can carry a text: they are ASCII.</summary>
    public static bool CanTravel(string text) => text.All(x => x is >= ' ' and <= '~');
}
