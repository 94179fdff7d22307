namespace IntegrationHub.City.Tests.Dfe;

/// <summary>A test that needs the published file; skipped, saying so, where it is not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublishedFactAttribute : FactAttribute
{
    public PublishedFactAttribute()
    {
        if (PublishedDay.IsAbsent)
            Skip = "The Department's file (shared/data/dfe/EES_daily_data.csv) is not beside the repository.";
    }
}
