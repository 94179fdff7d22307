using IntegrationHub.Contracts.Thresholds.V1;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Server.Tests.Coverage;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Tests.Thresholds;

/// <summary>A hub on the last day of autumn term 2021 and what it says of thresholds.</summary>
public abstract class ThresholdFixture : CoverageFixture
{
    internal ThresholdService.ThresholdServiceClient Thresholds => new(Hub.Channel);

    internal async Task<List<ThresholdSpell>> MetAsync(string? threshold = null, string school = "", bool ended = false)
    {
        var request = new ListThresholdsMetRequest { SchoolLaestab = school, IncludeEnded = ended, PageSize = 500 };
        if (threshold is not null)
            request.Thresholds.Add(threshold);
        return [.. (await Thresholds.ListThresholdsMetAsync(request)).Spells];
    }

    internal async Task<ThresholdCounts> CountsAsync(string threshold) =>
        (await Thresholds.ListThresholdsAsync(new())).Thresholds.Single(x => x.Name == threshold).Counts;

    internal async Task<PupilThreshold> OfAsync(PupilRow pupil, string threshold, DateOnly? asOf = null) =>
        (await Thresholds.GetPupilThresholdsAsync(new() { PupilId = pupil.PupilId, AsOfDate = asOf is { } date ? Day(date) : null }))
        .Thresholds.Single(x => x.Threshold == threshold);

    /// <summary>Marks a session of a child whose marks are already in the hub.</summary>
    internal Task MarkAsync(EnrolmentRow enrolment, DateOnly date, string am, string pm) => Hub.WriteAsync(context =>
    {
        var year = AcademicYear.FromDate(date);
        var strip = context.Strips.AsTracking().Single(x => x.EnrolmentId == enrolment.EnrolmentId && x.AcademicYear == year.StartYear);
        var codes = strip.Codes.ToArray();
        codes[year.SlotOf(date, SchoolSession.Am)] = AttendanceCode.Parse(am).Index;
        codes[year.SlotOf(date, SchoolSession.Pm)] = AttendanceCode.Parse(pm).Index;
        strip.Codes = codes;
    });

    /// <summary>So many days pass.</summary>
    internal DateOnly Pass(int days)
    {
        Clock.Now = Clock.Now.AddDays(days);
        return DateOnly.FromDateTime(Clock.Now.Date);
    }
}
