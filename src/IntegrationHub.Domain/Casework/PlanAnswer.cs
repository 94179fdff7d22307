namespace IntegrationHub.Domain.Casework;

/// <summary>A source's answer on a child's plan.</summary>
/// <param name="Kind">The answer.</param>
/// <param name="Reason">Why, one of <see cref="AnswerReasons"/>.</param>
/// <param name="Plans">The open plans that count, for OPEN; otherwise none.</param>
public sealed record PlanAnswer(PlanAnswerKind Kind, string Reason, IReadOnlyList<PlanRecord> Plans);
