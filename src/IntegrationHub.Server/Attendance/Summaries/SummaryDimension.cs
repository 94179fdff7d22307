using IntegrationHub.Domain.Identity;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Attendance.Summaries;

/// <summary>One grouping of a summary: which group something belongs to, and what the groups are called.</summary>
/// <param name="KeyOf">The group of an enrolment at a school, in a time.</param>
/// <param name="LabelOf">What a group is called.</param>
/// <param name="RankOf">Groups come in this order, and by what they are called where it is the same.</param>
internal sealed record SummaryDimension(
    Func<SchoolRow, EnrolmentFacts, int, int> KeyOf, Func<int, string> LabelOf, Func<int, long> RankOf)
{
    public const string NotKnown = "NOT_KNOWN";

    private const int NotKnownKey = int.MaxValue;

    /// <summary>The group of a school, whoever its pupils are; null where the pupils decide.</summary>
    public Func<SchoolRow, int>? OfSchool { get; private init; }

    /// <summary>The names of groups, in order.</summary>
    public List<string> NamesOf(IEnumerable<int> groups) => [.. groups.Distinct().OrderBy(RankOf).ThenBy(LabelOf).Select(LabelOf)];

    public static SummaryDimension Of(SummaryGrouping grouping, SummaryTimes times) => grouping switch
    {
        SummaryGrouping.Total => BySchool(_ => 0, _ => "Total"),
        SummaryGrouping.Phase => ByPhase(),
        SummaryGrouping.School => BySchool(x => x.Laestab, key => new Laestab(key).ToString()),
        SummaryGrouping.YearGroup => ByNumber(x => x.YearGroup),
        SummaryGrouping.SenProvision => ByText(x => x.SenProvision switch
        {
            SenProvision.Ehcp => "EHCP",
            SenProvision.Support => "SUPPORT",
            SenProvision.None => "NONE",
            _ => NotKnown,
        }),
        SummaryGrouping.Ehcp => ByAnswer(x => x.SenProvision == SenProvision.NotRecorded ? null : x.HasEhcp),
        SummaryGrouping.FreeSchoolMeals => ByAnswer(x => x.FreeSchoolMeals),
        SummaryGrouping.PupilPremium => ByAnswer(x => x.PupilPremium),
        SummaryGrouping.ChildWithSocialWorker => ByAnswer(x => x.HasSocialWorker),
        SummaryGrouping.LookedAfter => ByAnswer(x => x.LookedAfter),
        SummaryGrouping.HomeAuthority => ByText(x => x.HomeAuthority),
        SummaryGrouping.Sex => ByText(x => x.Sex ?? ""),
        SummaryGrouping.Week or SummaryGrouping.HalfTerm or SummaryGrouping.Term => new((_, _, time) => time, times.LabelOf, times.RankOf),
        _ => throw new ArgumentOutOfRangeException(nameof(grouping), grouping, "No such grouping."),
    };

    private static SummaryDimension BySchool(Func<SchoolRow, int> keyOf, Func<int, string> labelOf) =>
        new((school, _, _) => keyOf(school), labelOf, key => key) { OfSchool = keyOf };

    private static SummaryDimension ByPhase()
    {
        var names = new GroupNames();
        return BySchool(school => names.KeyOf(school.Phase), names.LabelOf) with { RankOf = names.RankOf };
    }

    private static SummaryDimension ByText(Func<EnrolmentFacts, string> textOf)
    {
        var names = new GroupNames();
        return new((_, facts, _) => names.KeyOf(textOf(facts)), names.LabelOf, names.RankOf);
    }

    private static SummaryDimension ByNumber(Func<EnrolmentFacts, int?> numberOf) =>
        new((_, facts, _) => numberOf(facts) ?? NotKnownKey, key => key == NotKnownKey ? NotKnown : $"{key}", key => key);

    private static SummaryDimension ByAnswer(Func<EnrolmentFacts, bool?> answerOf) =>
        new(
            (_, facts, _) => answerOf(facts) switch { true => 0, false => 1, null => 2 },
            key => key switch { 0 => "YES", 1 => "NO", _ => NotKnown },
            key => key);

    /// <summary>Numbers the names of groups as they come; what is not known comes last.</summary>
    private sealed class GroupNames
    {
        private readonly Dictionary<string, int> _keys = new(StringComparer.Ordinal);
        private readonly List<string> _names = [];

        public int KeyOf(string text)
        {
            var name = text.Length == 0 ? NotKnown : text;
            if (_keys.TryGetValue(name, out var key))
                return key;
            _names.Add(name);
            return _keys[name] = _names.Count - 1;
        }

        public string LabelOf(int key) => _names[key];

        public long RankOf(int key) => _names[key] is NotKnown ? 1 : 0;
    }
}
