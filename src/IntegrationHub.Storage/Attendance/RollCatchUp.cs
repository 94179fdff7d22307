using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Storage.Attendance;

/// <summary>
/// Brings what was folded in line with a roll, or with mends, that have changed since: marks that waited come to their pupil, and those
/// of the stays concerned are settled anew.
/// </summary>
internal sealed class RollCatchUp(FoldReader reader, SchoolFold fold)
{
    private readonly HashSet<long> _enrolments = [];
    private readonly HashSet<int> _years = [];

    /// <param name="foldedPosition">Every register up to here is in the strips.</param>
    /// <param name="onlyYears">The academic years that matter; null: all.</param>
    public async Task ApplyAsync(long foldedPosition, IReadOnlyCollection<int>? onlyYears, CancellationToken cancellationToken)
    {
        var touched = await reader.TouchedAsync(cancellationToken);
        _enrolments.UnionWith(touched.Select(x => x.EnrolmentId));
        _enrolments.UnionWith(fold.Roll.EnrolmentsNear(touched.Select(x => x.PupilId).Distinct()));
        foreach (var register in (await reader.HeldAsync(cancellationToken)).GroupBy(x => x.Position))
            Review(reader.Register(register.Key), register);
        // Before those that are not asked for are left out: a mark may come to a stay without any from one that has them.
        _years.UnionWith(await reader.StripYearsAsync(_enrolments, cancellationToken));
        if (fold.OnlyEnrolments is { } only)
            _enrolments.IntersectWith(only);
        if (onlyYears is not null)
            _years.IntersectWith(onlyYears);
        if (_enrolments.Count == 0 || _years.Count == 0)
            return;
        await reader.LoadAsync(fold, _years, cancellationToken);
        fold.Redo(_enrolments, _years);
        foreach (var register in reader.RegistersOfYears(_years, foldedPosition))
            fold.ApplyAgain(register);
    }

    private void Review(in RegisterRow row, IEnumerable<HeldMarkRow> marks)
    {
        var register = fold.Decode(row);
        foreach (var held in marks)
        {
            if (fold.Held.Review(held, register.Marks[held.MarkIndex]) is not { } enrolment)
                continue;
            _enrolments.Add(enrolment);
            _years.Add(AcademicYear.FromDate(SessionNumber.DateOf(held.SessionNumber)).StartYear);
        }
    }
}
