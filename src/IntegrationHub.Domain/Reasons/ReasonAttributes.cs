namespace IntegrationHub.Domain;

/// <summary>Explains a reason of the catalogue.</summary>
/// <param name="meaning">What is the case, in a sentence or two.</param>
/// <param name="mending">What to do about it.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class MeansAttribute(string meaning, string mending) : Attribute
{
    public string Meaning => meaning;

    public string Mending => mending;
}

/// <summary>Says where a reason comes up; once for each effect that it has.</summary>
/// <param name="effect">What it means for the sender.</param>
/// <param name="status">For an error: its gRPC status.</param>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = true)]
public sealed class ArisesAttribute(ReasonEffect effect, CallStatus status = CallStatus.Ok) : Attribute
{
    public ReasonEffect Effect => effect;

    public CallStatus Status => status;

    /// <summary>For an error: whether to try again.</summary>
    public Retry Retry { get; init; }
}
