using System.Text;
using IntegrationHub.Domain;

namespace IntegrationHub.Cli.Commands.Errors;

/// <summary>Says in words how a reason comes up.</summary>
internal static class ReasonWords
{
    /// <summary>"Ends a stream with FAILED_PRECONDITION. Open again at once and go on from the watermark."</summary>
    public static string Of(ReasonUse use) => use.Status == CallStatus.Ok
        ? $"{Effect(use.Effect)}."
        : $"{Effect(use.Effect)} with {NameOf(use.Status)}. {Again(use.Retry)}";

    /// <summary>"ends a stream".</summary>
    public static string Short(ReasonUse use)
    {
        var words = Effect(use.Effect);
        return char.ToLowerInvariant(words[0]) + words[1..];
    }

    /// <summary>"FAILED_PRECONDITION", as gRPC writes it.</summary>
    public static string NameOf(CallStatus status)
    {
        var name = new StringBuilder();
        foreach (var letter in status.ToString())
        {
            if (char.IsUpper(letter) && name.Length > 0)
                name.Append('_');
            name.Append(char.ToUpperInvariant(letter));
        }
        return name.ToString();
    }

    private static string Effect(ReasonEffect effect) => effect switch
    {
        ReasonEffect.EndsStream => "Ends a stream",
        ReasonEffect.RefusesSubmission => "Refuses a submission by receipt",
        ReasonEffect.Warning => "Notice WARNING: the mark or record counts",
        ReasonEffect.Pending => "Notice PENDING: the mark or record waits",
        ReasonEffect.Quarantined => "Notice QUARANTINED: the mark or record does not count",
        ReasonEffect.RefusesItem => "Leaves out an item of an operator's request",
        ReasonEffect.FailsCall => "Fails a call without a stream",
        _ => throw new ArgumentOutOfRangeException(nameof(effect), effect, "No effect of a reason."),
    };

    private static string Again(Retry retry) => retry switch
    {
        Retry.AfterMending => "Trying again helps only after mending.",
        Retry.FromWatermark => "Open again at once, and go on from the watermark.",
        Retry.AfterDelay => "Try again after the delay in its google.rpc.RetryInfo.",
        _ => throw new ArgumentOutOfRangeException(nameof(retry), retry, "No way to retry."),
    };
}
