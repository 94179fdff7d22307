using IntegrationHub.City.Casework;
using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Contracts.Roll.V1;

namespace IntegrationHub.City.Streaming;

/// <summary>Makes a load of a plan.</summary>
internal static class CityLoads
{
    public static CityLoad Of(CityPlan plan) => new()
    {
        Schools = new ApplySchoolsRequest
        {
            RequestId = plan.Ids.Of("schools"),
            Schools = { plan.Schools.Select(ToContract) },
        },
        Calendar = new ApplyCalendarRequest
        {
            RequestId = plan.Ids.Of("calendar"),
            Terms = { TermOf() },
            Closures = { new Closure { StartDate = CityTerm.TrainingDay.ToContract(), EndDate = CityTerm.TrainingDay.ToContract(), Kind = "INSET" } },
        },
        Sources = new ApplySourcesRequest { RequestId = plan.Ids.Of("sources"), Sources = { CitySource.Declarations } },
        Rolls = [.. CityVendor.All.Select(vendor => RollFeed(plan, vendor)).Where(feed => feed.Submissions > 0)],
        Cases = [CaseFeed(plan, CitySource.SocialCare, plan.SocialCare), CaseFeed(plan, CitySource.EarlyHelp, plan.EarlyHelp)],
        Registers = [.. plan.Shards.Select(shard => RegisterFeed(plan, shard))],
    };

    private static CityFeed<RollSubmission> RollFeed(CityPlan plan, CityVendor vendor)
    {
        RollWriter writer = new(plan.Ids, [.. plan.Schools.Where(school => school.Vendor == vendor)]);
        return new CityFeed<RollSubmission>(vendor.System, $"{plan.Name}-roll", writer.Count, writer.Records, writer.From);
    }

    private static CityFeed<CaseSubmission> CaseFeed(CityPlan plan, string source, CaseBook book)
    {
        CaseWriter writer = new(plan.Ids, source, [.. book.Records]);
        return new CityFeed<CaseSubmission>(source, $"{plan.Name}-nightly", writer.Count, writer.Records, writer.From);
    }

    private static CityFeed<RegisterSubmission> RegisterFeed(CityPlan plan, CityShard shard)
    {
        RegisterWriter writer = new(plan.Ids, plan.Options.Seed, shard);
        (int submissions, long marks) = writer.Measure();
        return new CityFeed<RegisterSubmission>(shard.Vendor.System, $"{plan.Name}-registers-{shard.Number}", submissions, marks, writer.From);
    }

    private static School ToContract(CitySchool school) => new()
    {
        Urn = school.Urn.ToString(),
        Laestab = school.Laestab.ToString(),
        DisplayName = school.Name,
        Phase = school.Phase.ToString(),
    };

    private static Contracts.Operations.V1.Term TermOf() => new()
    {
        DisplayName = CityTerm.Name,
        StartDate = CityTerm.Term.Start.ToContract(),
        EndDate = CityTerm.Term.End.ToContract(),
        HalfTermStartDate = CityTerm.Term.HalfTermStart?.ToContract(),
        HalfTermEndDate = CityTerm.Term.HalfTermEnd?.ToContract(),
    };
}
