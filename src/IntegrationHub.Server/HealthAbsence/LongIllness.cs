using IntegrationHub.Domain.Attendance;
using IntegrationHub.Server.Attendance;
using IntegrationHub.Server.Identity;
using IntegrationHub.Storage.Attendance;

namespace IntegrationHub.Server.HealthAbsence;

/// <summary>What is asked about long illnesses.</summary>
/// <param name="School">The main school's DfE number; null: all.</param>
/// <param name="LeastSchoolDays">From how many school days of illness on a child is listed.</param>
internal sealed record IllnessQuestion(int? School, AttendanceWindow Window, int LeastSchoolDays, Paging Paging);

/// <summary>A child who has been ill for long.</summary>
internal sealed record LongIllness(EnrolmentFacts Main, IllnessRecord Record);

/// <summary>One page of long illnesses.</summary>
/// <param name="RestrictedChildren">Children, on whatever page, who must be protected.</param>
internal sealed record LongIllnessPage(
    AttendanceWindow Window, IReadOnlyList<(LongIllness Illness, KnownByNumber Pupil)> Children, string NextPageToken, int RestrictedChildren,
    Freshness Freshness);
