using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Published.Suppression;
using IntegrationHub.Server.Attendance.Summaries;

namespace IntegrationHub.Server.Tests.Attendance.Summaries.Attack;

/// <summary>One child, as far as summaries tell children apart. Absence: 0 little, 1 persistent, 2 severe, 3 chronic.</summary>
internal sealed record AttackedChild(string Sen, string Year, string Sex, int School, int Absence);

/// <summary>Children made by chance, small groups among large ones, and every summary of them for publication.</summary>
internal sealed class AttackedTown
{
    public static readonly SmallNumbers Small = SmallNumbers.Usual;

    private static readonly string[] Provisions = ["EHCP", "NONE", "SUPPORT", "NOT_KNOWN"];

    public AttackedTown(int seed)
    {
        var chance = new Random(seed);
        var (years, sexes) = (chance.Next(1, 5), chance.Next(1, 4));
        foreach (var sen in Provisions)
        {
            for (var year = 0; year < years; year++)
            {
                for (var sex = 0; sex < sexes; sex++)
                    Add(chance, sen, $"{year}", $"{sex}");
            }
        }
    }

    public List<AttackedChild> Children { get; } = [];

    /// <summary>The rows of a summary as they were printed.</summary>
    public IReadOnlyList<SummaryRow> Publish(SummaryGrouping first, SummaryGrouping second)
    {
        var rows =
            from child in Children
            group child by (First: NameOf(child, SummaryNesting.FinestOf(first)), Second: NameOf(child, SummaryNesting.FinestOf(second))) into same
            orderby same.Key
            select RowOf(same.Key.First, second == SummaryGrouping.Total ? "" : same.Key.Second, [.. same]);
        var seconds = Children.Select(x => second == SummaryGrouping.Total ? "" : NameOf(x, SummaryNesting.FinestOf(second))).Distinct().Order().ToList();
        return new SummaryPublication(RequestOf(first, second), Small).Withhold([.. rows], seconds);
    }

    public static string NameOf(AttackedChild child, SummaryGrouping grouping) => grouping switch
    {
        SummaryGrouping.Total => "",
        SummaryGrouping.SenProvision => child.Sen,
        SummaryGrouping.Ehcp => child.Sen switch { "EHCP" => "YES", "NOT_KNOWN" => "NOT_KNOWN", _ => "NO" },
        SummaryGrouping.YearGroup => child.Year,
        SummaryGrouping.Sex => child.Sex,
        _ => throw new ArgumentOutOfRangeException(nameof(grouping)),
    };

    // Nobody, a few, several or many; and of them nobody, a few, all but a few, or all so much absent.
    private void Add(Random chance, string sen, string year, string sex)
    {
        var count = chance.Next(4) switch { 0 => 0, 1 => chance.Next(1, 4), 2 => chance.Next(3, 12), _ => chance.Next(10, 60) };
        var (none, persistent) = (chance.NextDouble(), chance.NextDouble());
        var style = chance.Next(4);
        for (var i = 0; i < count; i++)
        {
            var draw = chance.NextDouble();
            var absence = style switch { 0 => 0, 1 => i < 3 ? 3 : 0, 2 => i < 2 ? 0 : 3, _ => draw < none ? 0 : draw < none + ((1 - none) * persistent) ? 1 : chance.Next(2, 4) };
            Children.Add(new(sen, year, sex, chance.Next(1, 4), absence));
        }
    }

    private static SummaryRow RowOf(string first, string second, IReadOnlyList<AttackedChild> children) => new()
    {
        Group = first,
        SecondGroup = second,
        Schools = children.Select(x => x.School).ToHashSet(),
        Counted = children.Count,
        Possible = children.Count,
        Sessions = CodeCounts.Empty,
        Persistent = new(children.Count(x => x.Absence >= 1)),
        Severe = new(children.Count(x => x.Absence >= 2)),
        Chronic = new(children.Count(x => x.Absence >= 3)),
    };

    private static SummaryRequest RequestOf(SummaryGrouping first, SummaryGrouping second) => new()
    {
        Grouping = first,
        SecondGrouping = second,
        Basis = SummaryBasis.Published,
        Filter = new(new HashSet<int>(), new HashSet<string>(), new HashSet<int>()),
        ForPublication = true,
        Window = AttendanceWindow.YearToDate(new DateOnly(2022, 7, 20)),
        TermName = "",
    };
}
