namespace IntegrationHub.Domain.Casework;

/// <summary>A source's answer on who leads for a child.</summary>
/// <param name="Kind">The answer.</param>
/// <param name="Reason">Why, one of <see cref="AnswerReasons"/>.</param>
/// <param name="Leads">The records the answer rests on: the named leads for NAMED, the teams' for TEAM_ONLY, otherwise none.</param>
public sealed record LeadAnswer(LeadAnswerKind Kind, string Reason, IReadOnlyList<LeadRecord> Leads);
