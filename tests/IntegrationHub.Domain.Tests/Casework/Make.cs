using IntegrationHub.Domain.Casework;

namespace IntegrationHub.Domain.Tests.Casework;

/// <summary>Sources, records and answers for tests; each part that does not matter has a plain default.</summary>
internal static class Make
{
    public static readonly DateOnly AsOf = new(2021, 12, 17);
    public static readonly DateTimeOffset Now = new(2021, 12, 17, 2, 30, 0, TimeSpan.Zero);

    public static SourceDeclaration Source(
        bool leads = true, bool plans = true, int minAge = 0, int maxAge = 18, string[]? leadKinds = null) => new(
            "social-care", "SOCIAL_CARE", "Social care", leads, plans, IntervalDays: 1,
            leadKinds ?? [LeadKinds.SocialWorker], [PlanKinds.ChildInNeed], minAge, maxAge, Required: true);

    public static LeadRecord Lead(string? worker = null, string? name = null, string? team = null, string kind = LeadKinds.SocialWorker) =>
        new() { LeadKind = kind, WorkerId = worker, WorkerName = name, TeamId = team, Start = new DateOnly(2021, 9, 1) };

    public static PlanRecord Plan(string kind = PlanKinds.ChildInNeed) => new() { PlanKind = kind, Start = new DateOnly(2021, 9, 1) };

    public static SourceAnswer Answer(
        LeadAnswerKind lead, PlanAnswerKind plan, bool required = true, string kind = LeadKinds.SocialWorker, bool mayHoldLa = true) =>
        new(
            "social-care",
            required,
            mayHoldLa,
            new LeadAnswer(lead, "REASON", lead == LeadAnswerKind.Named ? [Lead("W1", "Ada Okafor", kind: kind)] : []),
            new PlanAnswer(plan, "REASON", plan == PlanAnswerKind.Open ? [Plan()] : []));
}
