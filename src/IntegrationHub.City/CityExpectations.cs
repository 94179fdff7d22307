using System.Collections.Immutable;
using IntegrationHub.City.Planning;
using IntegrationHub.Contracts.Coverage.V1;
using IntegrationHub.Domain.Calendar;
using IntegrationHub.Domain.Coverage;

namespace IntegrationHub.City;

/// <summary>What a hub should find in a city as of the last day of term: known from the plan's decisions, without counting a mark.</summary>
public sealed record CityExpectations
{
    private CityExpectations()
    {
    }

    /// <summary>Children on a roll, of compulsory school age, who live in the city.</summary>
    public required int Children { get; init; }

    /// <summary>Of them, those who attended less than half.</summary>
    public required int ChronicallyAbsent { get; init; }

    /// <summary>Of the chronically absent: led by the authority, with a plan.</summary>
    public required int LaLeadAndPlan { get; init; }

    /// <summary>Of the chronically absent: led by the authority, without a plan.</summary>
    public required int LaLeadNoPlan { get; init; }

    /// <summary>Of the chronically absent: led from outside the authority only.</summary>
    public required int OtherLead { get; init; }

    /// <summary>Of the chronically absent: held by a team, no person.</summary>
    public required int TeamOnly { get; init; }

    /// <summary>Of the chronically absent: led by nobody.</summary>
    public required int None { get; init; }

    /// <summary>Of the chronically absent: not known.</summary>
    public required int NotKnown { get; init; }

    /// <summary>Of the chronically absent: restricted.</summary>
    public required int Restricted { get; init; }

    /// <summary>Of the chronically absent: all but those led by the authority with a plan.</summary>
    public int WithoutLaLeadAndPlan => ChronicallyAbsent - LaLeadAndPlan;

    /// <summary>Of the chronically absent: any named lead and a plan that counts.</summary>
    public required int AnyLeadAndPlan { get; init; }

    /// <summary>Of the chronically absent: not in school once.</summary>
    public required int NeverAttended { get; init; }

    /// <summary>Of the chronically absent: with an education, health and care plan.</summary>
    public int WithEhcp => EhcpBySchool.Values.Sum();

    /// <summary>Those by the school's DfE number.</summary>
    public required ImmutableSortedDictionary<string, int> EhcpBySchool { get; init; }

    /// <summary>Of the chronically absent: year 6 and below.</summary>
    public required int Year6AndBelow { get; init; }

    /// <summary>Of the chronically absent: year 7 and above.</summary>
    public int Year7AndAbove => ChronicallyAbsent - Year6AndBelow;

    /// <summary>Children not judged: fewer possible sessions than the least number.</summary>
    public required int TooFewSessions { get; init; }

    /// <summary>Children on a roll with no marks at all.</summary>
    public required int NoMarks { get; init; }

    /// <summary>Chronically absent children who live in another authority.</summary>
    public required int OtherAuthority { get; init; }

    /// <summary>Children with sessions that two schools marked.</summary>
    public required int WithConflicts { get; init; }

    /// <summary>Of the chronically absent: those of whom the sources contradict each other.</summary>
    public required int WithDisagreements { get; init; }

    /// <summary>Children on a roll who live in the city and are not of compulsory school age.</summary>
    public required int OutsideCompulsoryAge { get; init; }

    /// <summary>Children on a roll who live in another authority.</summary>
    public required int OtherAuthorityChildren { get; init; }

    /// <summary>Every figure of the coverage that is not as expected; empty when the hub has counted right.</summary>
    public IReadOnlyList<FigureDifference> Compare(Coverage found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return CoverageComparison.Of(this, found);
    }

    internal static CityExpectations Of(IReadOnlyList<CityPupil> pupils)
    {
        CityPupil[] rolled = [.. pupils.Where(pupil => pupil.IsOnRoll)];
        CityPupil[] judged = [.. rolled.Where(pupil => CompulsorySchoolAge.IsCompulsory(pupil.DateOfBirth, CityTerm.AsOf))];
        CityPupil[] own = [.. judged.Where(pupil => !pupil.LivesElsewhere)];
        CityPupil[] chronic = [.. own.Where(IsChronic)];
        return new CityExpectations
        {
            Children = own.Length,
            ChronicallyAbsent = chronic.Length,
            LaLeadAndPlan = Count(CoverageClass.LaLeadAndPlan),
            LaLeadNoPlan = Count(CoverageClass.LaLeadNoPlan),
            OtherLead = Count(CoverageClass.OtherLead),
            TeamOnly = Count(CoverageClass.TeamOnly),
            None = Count(CoverageClass.None),
            NotKnown = Count(CoverageClass.NotKnown),
            Restricted = Count(CoverageClass.Restricted),
            AnyLeadAndPlan = Count(CoverageClass.LaLeadAndPlan) + chronic.Count(pupil => pupil is { Class: CoverageClass.OtherLead, HasPlan: true }),
            NeverAttended = chronic.Count(pupil => pupil.Role == CityRole.NeverInSchool),
            EhcpBySchool = chronic.Where(pupil => pupil.HasEhcp).CountBy(pupil => pupil.Home.Laestab.ToString())
                .ToImmutableSortedDictionary(StringComparer.Ordinal),
            Year6AndBelow = chronic.Count(pupil => pupil.YearGroup <= 6),
            TooFewSessions = own.Count(pupil => pupil.Shape == EnrolmentShape.TooLate),
            NoMarks = own.Count(pupil => pupil.Role == CityRole.NoMarks),
            OtherAuthority = judged.Count(pupil => pupil.LivesElsewhere && IsChronic(pupil)),
            WithConflicts = own.Count(pupil => pupil.ConflictingSessions.Count > 0),
            WithDisagreements = chronic.Count(pupil => pupil is { Class: CoverageClass.None, HasPlan: true }),
            OutsideCompulsoryAge = rolled.Count(pupil => !pupil.LivesElsewhere) - own.Length,
            OtherAuthorityChildren = rolled.Count(pupil => pupil.LivesElsewhere),
        };

        int Count(CoverageClass coverage) => chronic.Count(pupil => pupil.Class == coverage);
    }

    private static bool IsChronic(CityPupil pupil) => pupil.AttendsBelowHalf && pupil.Shape != EnrolmentShape.TooLate;
}
