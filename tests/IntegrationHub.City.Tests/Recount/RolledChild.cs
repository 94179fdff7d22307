using IntegrationHub.Contracts.Roll.V1;

namespace IntegrationHub.City.Tests.Recount;

/// <summary>A child as the rolls alone make them known.</summary>
internal sealed class RolledChild(string key)
{
    public string Key => key;

    public List<(string SchoolUrn, RollRecord Record)> Enrolments { get; } = [];
}
