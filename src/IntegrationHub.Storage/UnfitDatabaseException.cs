namespace IntegrationHub.Storage;

/// <summary>A database is not fit for a hub, or for what is asked of it. The message says why, and what to do.</summary>
public sealed class UnfitDatabaseException(string message, Exception? innerException = null) : InvalidOperationException(message, innerException);
