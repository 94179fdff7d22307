using System.Collections.Frozen;
using IntegrationHub.Domain.Casework;
using IntegrationHub.Domain.Identity;

namespace IntegrationHub.Domain.Coverage;

/// <summary>
/// Coverage as Portsmouth's strategy of February 2022 reports it in paragraph 17, with what it leaves out told beside it.
/// </summary>
/// <remarks>
/// <para>
/// The paragraph divides its children in two: with a lead of the authority and a plan, and without. "Without" is therefore all chronically
/// absent children but the first, those led by a school, the restricted and the not known among them; the last two are also counted by
/// themselves so that no one reads "not known" as "nobody". Children of another authority are in a line of their own and in no other count.
/// </para>
/// <para>
/// Year 6 and below is what the paragraph calls "under the age of 11 (NCY 6 and below)": reception is 0 and nursery negative, both below. A
/// year group the roll does not give is in neither half. Nothing is suppressed here; small numbers are a matter of what is published.
/// </para>
/// </remarks>
public sealed record CoverageSummary
{
    /// <summary>Children of the authority, of every standing.</summary>
    public required int Children { get; init; }

    public required int ChronicallyAbsent { get; init; }

    /// <summary>The chronically absent by class; every class is there, with nought if need be.</summary>
    public required IReadOnlyDictionary<CoverageClass, int> ByClass { get; init; }

    /// <summary>The coverage of paragraph 17: of the chronically absent, those with a lead of the authority and a plan.</summary>
    public required CoverageShare LaLeadAndPlan { get; init; }

    /// <summary>
    /// The coverage of paragraph 39, whose target is 100 %: of the chronically absent, those with any named lead and a plan.
    /// </summary>
    public required CoverageShare AnyNamedLeadAndPlan { get; init; }

    /// <summary>Chronically absent children who attended no session of the window.</summary>
    public required int NotInSchoolAtAll { get; init; }

    public required int WithEhcp { get; init; }

    /// <summary>Chronically absent children with an Education, Health and Care Plan, by the school of their main enrolment.</summary>
    public required IReadOnlyDictionary<Laestab, int> WithEhcpBySchool { get; init; }

    public required int Year6AndBelow { get; init; }

    public required int Year7AndAbove { get; init; }

    public required int YearGroupUnknown { get; init; }

    /// <summary>Children not judged because too few sessions were possible.</summary>
    public required int TooFewSessions { get; init; }

    /// <summary>Children on a roll of whom no session is marked.</summary>
    public required int NoMarks { get; init; }

    public required int OutsideCompulsoryAge { get; init; }

    /// <summary>Children with a session that two schools both claim, chronically absent or not.</summary>
    public required int WithAttendanceConflicts { get; init; }

    /// <summary>Children on a roll here whose home is in another authority.</summary>
    public required int OfAnotherAuthority { get; init; }

    public required int OfAnotherAuthorityChronicallyAbsent { get; init; }

    /// <summary>The chronically absent less those with a lead of the authority and a plan.</summary>
    public int Without => ChronicallyAbsent - LaLeadAndPlan.Numerator;

    public int Restricted => ByClass[CoverageClass.Restricted];

    public int NotKnown => ByClass[CoverageClass.NotKnown];

    public static CoverageSummary Of(IEnumerable<ChildResult> results)
    {
        ILookup<bool, ChildResult> byHome = results.ToLookup(child => child.IsOfHomeAuthority);
        ChildResult[] own = [.. byHome[true]];
        ChildResult[] chronic = [.. own.Where(child => child.IsChronicallyAbsent)];

        return new CoverageSummary
        {
            Children = own.Length,
            ChronicallyAbsent = chronic.Length,
            ByClass = Enum.GetValues<CoverageClass>()
                .ToFrozenDictionary(coverage => coverage, coverage => chronic.Count(child => child.Class == coverage)),
            LaLeadAndPlan = new CoverageShare(chronic.Count(child => child.Class == CoverageClass.LaLeadAndPlan), chronic.Length),
            AnyNamedLeadAndPlan = new CoverageShare(chronic.Count(HasNamedLeadAndPlan), chronic.Length),
            NotInSchoolAtAll = chronic.Count(child => child.IsNotInSchoolAtAll),
            WithEhcp = chronic.Count(child => child.HasEhcp),
            WithEhcpBySchool = chronic.Where(child => child.HasEhcp).CountBy(child => child.MainSchool).ToFrozenDictionary(),
            Year6AndBelow = chronic.Count(child => child.YearGroup <= 6),
            Year7AndAbove = chronic.Count(child => child.YearGroup >= 7),
            YearGroupUnknown = chronic.Count(child => child.YearGroup is null),
            TooFewSessions = own.Count(child => child.Standing == AttendanceStanding.TooFewSessions),
            NoMarks = own.Count(child => child.Standing == AttendanceStanding.NoMarks),
            OutsideCompulsoryAge = own.Count(child => child.Standing == AttendanceStanding.OutsideCompulsoryAge),
            WithAttendanceConflicts = own.Count(child => child.ConflictingSessions > 0),
            OfAnotherAuthority = byHome[false].Count(),
            OfAnotherAuthorityChronicallyAbsent = byHome[false].Count(child => child.IsChronicallyAbsent),
        };
    }

    // A restricted child's row holds neither answer, so that nothing known of it is told by way of a total.
    private static bool HasNamedLeadAndPlan(ChildResult child) => child is { Lead: LeadAnswerKind.Named, Plan: PlanAnswerKind.Open };
}
