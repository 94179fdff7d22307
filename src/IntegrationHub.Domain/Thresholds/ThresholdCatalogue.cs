using System.Collections.Immutable;

namespace IntegrationHub.Domain.Thresholds;

/// <summary>Every threshold that the hub knows of, those it cannot judge too: an authority is to see that they are missing.</summary>
/// <remarks>
/// A name never changes its meaning, and one that is no longer used is not used again: they stand in records and in other systems. All are
/// at child level, over every school of the child; the Department's published figures are per enrolment and differ.
/// </remarks>
public static partial class ThresholdCatalogue
{
    /// <summary>All, in the order in which they are shown.</summary>
    public static ImmutableArray<ThresholdDefinition> All => InOrder.All;

    /// <summary>The threshold of a name, or null.</summary>
    public static ThresholdDefinition? Find(string name) => All.FirstOrDefault(threshold => threshold.Name == name);

    // Apart, since the parts of a class are initialised in no certain order.
    private static class InOrder
    {
        public static readonly ImmutableArray<ThresholdDefinition> All =
        [
            PersistentlyAbsent, SeverelyAbsent, ChronicallyAbsent,
            CoventryStage1, CoventryStage2, CoventryStage3,
            PersistentAbsenceReview, SeverelyAbsentMeeting, LinkCoordinatorTracker,
            ContactDay1, ContactDay3, ContactDay6, ContactWeek3, ContactWeek6, ContactWeek12,
            PenaltyNoticeNational, PenaltyNoticePortsmouth2023, SchoolAttendancePanel,
            LaReturnUnauthorised, LaReturnSickness, PartTimeTimetable, SixthDayProvision, ChildMissingEducation,
        ];
    }
}
