namespace IntegrationHub.Storage.Journal;

/// <summary>A writer's newest opening: the epoch that fences its stream, and where it resumes.</summary>
public readonly record struct WriterOpening(long Epoch, long Watermark);
