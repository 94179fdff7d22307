using IntegrationHub.Domain.Published;

namespace IntegrationHub.Cli;

/// <summary>One of the Department's published files, named on the command line.</summary>
internal static class PublishedFileArgument
{
    /// <exception cref="CommandException">There is no such file, or it is another kind of file.</exception>
    public static PublishedFile Read(string path)
    {
        if (!File.Exists(path))
            throw CommandException.WrongUsage($"There is no file {path}.");
        try
        {
            using var text = new StreamReader(path);
            return PublishedFile.Read(text);
        }
        catch (PublishedFileException exception)
        {
            throw CommandException.WrongUsage(exception.Message, exception);
        }
    }
}
