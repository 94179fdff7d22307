using IntegrationHub.Storage.Model;

namespace IntegrationHub.Storage.Journal;

/// <summary>A writer: it belongs to one system of one authority, on one feed.</summary>
public readonly record struct WriterKey(string Authority, string System, Feed Feed, string WriterId);
