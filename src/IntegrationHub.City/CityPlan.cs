using IntegrationHub.City.Casework;
using IntegrationHub.City.Marks;
using IntegrationHub.City.Planning;
using IntegrationHub.City.Streaming;

namespace IntegrationHub.City;

/// <summary>A city decided to the last mark: its schools, its children, their term, who leads for them, and what a hub should find.</summary>
/// <remarks>
/// Everything is decided here and nothing is drawn later, so the plan knows every figure before a hub counts one. It holds a term of a child in 142
/// bytes; registers, rolls and case records are written only while they are sent.
/// </remarks>
public sealed class CityPlan
{
    private CityPlan(CityOptions options)
    {
        Options = options;
        CityTargets targets = CityTargets.Of(options);
        List<CitySchool> schools = SchoolPlanner.Plan(options);
        List<CityPupil> pupils = SchoolPlanner.Fill(schools, options, targets);
        Shards = ShardPlanner.Divide(schools, pupils);
        PersonPlanner.Plan(pupils, options);
        RolePlanner.Plan(pupils, schools, options, targets);
        EnrolmentPlanner.Plan(pupils, schools, options);
        ClassPlanner.Plan(schools);
        new UpnIssuer(schools).Issue(pupils);
        MarkPainter.Paint(pupils, options);
        (SocialCare, EarlyHelp) = CasePlanner.Plan(pupils, options);

        Schools = schools;
        Pupils = pupils;
        Name = $"city-{options.Seed}-{options.Pupils}-{options.Schools}";
        Ids = new CityIds(Name);
        Expectations = CityExpectations.Of(pupils);
    }

    /// <summary>What the city was made from.</summary>
    public CityOptions Options { get; }

    /// <summary>The city's name, which its writers carry: two cities in one hub never share a writer or a submission.</summary>
    public string Name { get; }

    /// <summary>The schools.</summary>
    public IReadOnlyList<CitySchool> Schools { get; }

    /// <summary>How many children there are, each counted once, those who left during the term among them.</summary>
    public int PupilCount => Pupils.Count;

    /// <summary>What a hub that has taken everything in should find as of <see cref="CityTerm.AsOf"/>.</summary>
    public CityExpectations Expectations { get; }

    internal IReadOnlyList<CityPupil> Pupils { get; }

    internal IReadOnlyList<CityShard> Shards { get; }

    internal CaseBook SocialCare { get; }

    internal CaseBook EarlyHelp { get; }

    internal CityIds Ids { get; }

    /// <summary>Decides a city. The default takes about a second.</summary>
    /// <exception cref="ArgumentException">The sizes do not make a city.</exception>
    public static CityPlan Create(CityOptions? options = null)
    {
        options ??= new CityOptions();
        options.Check();
        return new CityPlan(options);
    }

    /// <summary>Everything that is to be sent to a hub.</summary>
    public CityLoad ToLoad() => CityLoads.Of(this);
}
