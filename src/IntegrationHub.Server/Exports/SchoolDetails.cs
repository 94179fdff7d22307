using IntegrationHub.Server.Attendance;
using IntegrationHub.Storage.Attendance;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Exports;

/// <summary>Reads what one school's marks carry beside their codes.</summary>
internal static class SchoolDetails
{
    public static async Task<IReadOnlyDictionary<(StripKey Strip, int Slot), MarkDetail>> ReadAsync(
        ExportScope scope, SurveyedSchool school, CancellationToken cancellationToken)
    {
        var details = school.Read.DetailsAreWhole ? [] : await StoredAsync(scope, school.School.Laestab, cancellationToken);
        MarksReader.Overlay(details, school.Read.TailDetails);
        return details;
    }

    private static async Task<Dictionary<(StripKey Strip, int Slot), MarkDetail>> StoredAsync(
        ExportScope scope, int school, CancellationToken cancellationToken)
    {
        int[] years = [.. scope.Window.SlotRanges.Select(x => x.Year.StartYear)];
        var rows =
            from enrolment in scope.Snapshot.Context.Enrolments
            join detail in scope.Snapshot.Context.MarkDetails
                on new { enrolment.Authority, enrolment.EnrolmentId } equals new { detail.Authority, detail.EnrolmentId }
            where enrolment.Authority == scope.Authority && enrolment.Laestab == school && years.Contains(detail.AcademicYear)
            select detail;
        return await rows.ToDictionaryAsync(
            x => (new StripKey(x.EnrolmentId, x.AcademicYear), x.Slot), x => new MarkDetail(x.Position, x.MinutesLate, x.SourceCode),
            cancellationToken);
    }
}
