namespace IntegrationHub.Domain.Published;

/// <summary>
/// A file is not one of the Department's attendance files, or is damaged. The message says where, for whoever chose the file.
/// </summary>
public sealed class PublishedFileException : Exception
{
    /// <summary>Creates the exception.</summary>
    public PublishedFileException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
