namespace IntegrationHub.Domain;

/// <summary>A reason with all that the catalogue says of it.</summary>
/// <param name="Name">UPPER_SNAKE_CASE, as it stands in receipts and errors.</param>
/// <param name="Meaning">What is the case.</param>
/// <param name="Mending">What to do about it.</param>
/// <param name="Effects">Where it comes up; at least one.</param>
public sealed record ReasonEntry(string Name, string Meaning, string Mending, IReadOnlyList<ReasonUse> Effects)
{
    /// <summary>Meaning and mending, for a person.</summary>
    public string Advice => $"{Meaning} {Mending}";

    /// <summary>The status of a call without a stream that fails for this reason; null: none does.</summary>
    public CallStatus? CallStatus => Effects.Where(x => x.Effect == ReasonEffect.FailsCall).Select(x => (CallStatus?)x.Status).FirstOrDefault();
}

/// <summary>One way in which a reason comes up.</summary>
/// <param name="Effect">What it means for the sender.</param>
/// <param name="Status">The gRPC status of an error; <see cref="CallStatus.Ok"/> where the reason is no error.</param>
/// <param name="Retry">Whether it helps to do the same again.</param>
public readonly record struct ReasonUse(ReasonEffect Effect, CallStatus Status, Retry Retry);
