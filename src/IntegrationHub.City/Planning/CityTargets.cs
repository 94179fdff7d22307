using IntegrationHub.Domain.Coverage;

namespace IntegrationHub.City.Planning;

/// <summary>How many children of each sort the city is to have.</summary>
/// <remarks>
/// The default city's are those of paragraph 17 of Portsmouth's strategy of February 2022; what the paragraph leaves open (how the 204 divide, who
/// attends just at half) is the city's own choice. Any other city has them in proportion, varied by its seed, and at least one of each sort.
/// </remarks>
internal sealed class CityTargets
{
    private const int PublishedChronic = 360;
    private const int PublishedPupils = 26_500;

    private static readonly int[] PublishedSpecial = [31, 4, 5, 6];
    private static readonly (CoverageClass Class, int Count)[] PublishedClasses =
    [
        (CoverageClass.LaLeadAndPlan, 156), (CoverageClass.LaLeadNoPlan, 22), (CoverageClass.OtherLead, 88),
        (CoverageClass.TeamOnly, 14), (CoverageClass.None, 68), (CoverageClass.NotKnown, 12),
    ];

    private readonly double _share;

    private CityTargets(CityOptions options)
    {
        CityRandom random = new(options.Seed, CityStream.Targets);
        _share = options.IsDefault ? 1 : options.Pupils / (double)PublishedPupils * (0.8 + (0.4 * random.NextDouble()));
        Chronic = Math.Max(12, Scaled(PublishedChronic));
        double own = options.IsDefault ? 1 : 0.8 + (0.4 * random.NextDouble());
        Year6AndBelow = Math.Max(2, Math.Min(Chronic / 2, Part(70 * own)));
        NeverInSchool = Math.Max(1, Part(28 * own));
        MainstreamEhcp = Math.Max(1, Part(21 * own));
        OtherLeadWithPlan = Math.Max(1, Part(61));
        Classes = Divide(Chronic, PublishedClasses);
    }

    public int Chronic { get; }

    public int Year6AndBelow { get; }

    public int NeverInSchool { get; }

    public int MainstreamEhcp { get; }

    public int OtherLeadWithPlan { get; }

    /// <summary>The class of each chronically absent child, in no order that matters.</summary>
    public IReadOnlyList<CoverageClass> Classes { get; }

    public static CityTargets Of(CityOptions options) => new(options);

    /// <summary>How many chronically absent children a special school has; it is the city's <paramref name="number"/>-th, from 0.</summary>
    public int AtSpecialSchool(int number) => Math.Max(1, Part(PublishedSpecial[number % PublishedSpecial.Length]));

    /// <summary>A number of the default city in proportion to this one's size; at least 1.</summary>
    public int Scaled(int inDefaultCity) => Math.Max(1, Rounded(inDefaultCity * _share));

    private int Part(double ofPublished) => Rounded(ofPublished * Chronic / PublishedChronic);

    private static int Rounded(double number) => (int)Math.Floor(number + 0.5);

    // Each class gets one, and the rest goes out in proportion; what rounding leaves over goes to the largest.
    private static List<CoverageClass> Divide(int total, (CoverageClass Class, int Count)[] shares)
    {
        int[] counts = [.. shares.Select(share => Math.Max(1, share.Count * total / PublishedChronic))];
        counts[0] += total - counts.Sum();
        return [.. shares.SelectMany((share, index) => Enumerable.Repeat(share.Class, counts[index]))];
    }
}
