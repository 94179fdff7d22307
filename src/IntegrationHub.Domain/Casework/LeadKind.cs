namespace IntegrationHub.Domain.Casework;

/// <summary>A kind of lead professional, and whether the local authority employs them.</summary>
public sealed record LeadKind(string Code, bool IsLa);
