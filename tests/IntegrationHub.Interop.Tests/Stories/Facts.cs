namespace IntegrationHub.Interop.Tests.Stories;

/// <summary>A receipt as a program read it: accepted with a position, or refused with a reason.</summary>
internal sealed record ReceiptFacts(Guid Id, long Sequence, long? Position, bool Duplicate, string? Reason, string? Field);

/// <summary>The error that ended a call, as a program read it: code, and from the trailer the reason and what goes with it.</summary>
internal sealed record ErrorFacts(string Code, string Reason, IReadOnlyDictionary<string, string> Metadata, IReadOnlyList<string>? Fields);
