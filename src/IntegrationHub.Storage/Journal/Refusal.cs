namespace IntegrationHub.Storage.Journal;

/// <summary>Why a submission is not taken. Final; holds no personal data.</summary>
/// <param name="Reason">UPPER_SNAKE_CASE, from the published catalogue.</param>
/// <param name="Detail">What is wrong, where, and how to mend it.</param>
/// <param name="Field">The field at fault as a path in the submission; empty when no single field is.</param>
public sealed record Refusal(string Reason, string Detail, string Field = "");
