namespace IntegrationHub.Domain.Casework;

/// <summary>Something the sources should be asked to put right. It changes no answer: it is told beside it.</summary>
public sealed record Disagreement(DisagreementKind Kind, IReadOnlyList<string> SourceIds);
