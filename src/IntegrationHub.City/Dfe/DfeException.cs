namespace IntegrationHub.City.Dfe;

/// <summary>The published data cannot give the day asked for. The message says why, for whoever asked.</summary>
public sealed class DfeException : Exception
{
    /// <summary>Creates the exception.</summary>
    public DfeException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
