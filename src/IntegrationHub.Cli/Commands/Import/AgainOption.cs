using System.CommandLine;
using IntegrationHub.Cli.Import;

namespace IntegrationHub.Cli.Commands.Import;

/// <summary>Has a file taken as new whose bytes have been taken before, for example after what it said was changed by another.</summary>
internal static class AgainOption
{
    public const string NotWithSnapshot = "--again goes with changes; a snapshot is taken as new each time.";

    public static Option<bool> Create() => new("--again") { Description = "Takes the file as new, even though the very same file has been taken before." };

    /// <summary>What it adds to the settings of an import: something that no other import has.</summary>
    public static string SettingOf(ParseResult parsed, Option<bool> again) => parsed.GetValue(again) ? ImportIdentity.NewId() : "";
}
