using System.CommandLine;
using IntegrationHub.Storage;

namespace IntegrationHub.Cli.Connection;

/// <summary>The data folder of a command that works on a hub's file itself, and not through a hub.</summary>
internal static class FolderOption
{
    /// <param name="description">What the folder is to the command.</param>
    public static Option<string> Create(string description) => new("--data")
    {
        Description = $"{description} Default: {ConnectionOptions.DefaultFolder}.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => ConnectionOptions.DefaultFolder,
    };

    /// <exception cref="CommandException">The folder holds no hub's file.</exception>
    public static void RequireHub(string folder)
    {
        if (!File.Exists(DataFolder.DatabaseFileOf(folder)))
            throw CommandException.Unreachable($"There is no hub's file in the folder {folder}. Name the folder with --data.");
    }

    /// <summary>Takes a folder that no hub serves.</summary>
    /// <exception cref="CommandException">A hub serves it.</exception>
    public static DataFolder Take(string folder) => DataFolder.TryOpen(folder) ?? throw LocalHub.AlreadyServed(folder);
}
