using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Registers.V1;

namespace IntegrationHub.Server.Tests.Registers;

/// <summary>One way in which a register or one of its marks is bad, and what the hub makes of it.</summary>
/// <param name="Spoil">Makes a good register bad. It holds marks of the pupils "first" and "second".</param>
/// <param name="Reason">The reason that the receipt gives.</param>
internal sealed record BadRegisterCase(Action<RegisterSubmission> Spoil, string Reason)
{
    /// <summary>For a refused register: the field at fault.</summary>
    public string Field { get; init; } = "";

    /// <summary>For a single mark: what became of it. Null: the whole register is refused.</summary>
    public NoticeOutcome? Outcome { get; init; }

    /// <summary>Index of the mark that the notice is about.</summary>
    public int Item { get; init; }

    /// <summary>What the first pupil is marked afterwards; null: nothing.</summary>
    public string? FirstCode { get; init; }

    public static BadRegisterCase Refused(Action<RegisterSubmission> spoil, string reason, string field) => new(spoil, reason) { Field = field };

    /// <summary>A first mark that does not count.</summary>
    public static BadRegisterCase SetAside(Action<RegisterMark> spoil, string reason) =>
        new(x => spoil(x.Marks[0]), reason) { Outcome = NoticeOutcome.Quarantined };

    /// <summary>A first mark that waits.</summary>
    public static BadRegisterCase Waiting(Action<RegisterMark> spoil, string reason) =>
        new(x => spoil(x.Marks[0]), reason) { Outcome = NoticeOutcome.Pending };

    /// <summary>A first mark that counts, with a warning.</summary>
    public static BadRegisterCase Warned(Action<RegisterMark> spoil, string reason, string firstCode) =>
        new(x => spoil(x.Marks[0]), reason) { Outcome = NoticeOutcome.Warning, FirstCode = firstCode };
}
