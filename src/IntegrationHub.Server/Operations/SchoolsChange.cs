using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Domain;
using IntegrationHub.Domain.Identity;
using IntegrationHub.Server.Schools;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Journal;

namespace IntegrationHub.Server.Operations;

/// <summary>Adds schools or changes them.</summary>
internal sealed class SchoolsChange(IReadOnlyList<School> schools, SchoolDirectory directory) : IProjection
{
    private const int MostCharacters = 200;

    public int Added { get; private set; }

    public int Changed { get; private set; }

    public async Task<ProjectionResult> ApplyAsync(
        HubDbContext context, long position, Submission submission, CancellationToken cancellationToken)
    {
        var file = await SchoolFile.LoadAsync(context, submission.Writer.Authority, cancellationToken);
        var refused = new List<ItemNotice>();
        for (var i = 0; i < schools.Count; i++)
        {
            var fault = FaultOf(schools[i]) ?? await PutAsync(file, schools[i], cancellationToken);
            if (fault is not null)
                refused.Add(new(i, ItemOutcome.Quarantined, fault));
        }
        file.CloseSucceeded();
        (Added, Changed) = file.Count();
        file.KeepVersions(position);
        return ProjectionResult.With(refused);
    }

    public void Committed() => directory.Invalidate();

    private static string? FaultOf(School school)
    {
        if (school.Urn.Length == 0 || school.Laestab.Length == 0 || string.IsNullOrWhiteSpace(school.DisplayName))
            return Reason.RecordIncomplete;
        if (school.DisplayName.Length > MostCharacters || school.Phase.Length > MostCharacters)
            return Reason.TextTooLong;
        if (!Urn.TryParse(school.Urn, out _))
            return Reason.InvalidUrn;
        if (!Laestab.TryParse(school.Laestab, out _))
            return Reason.InvalidLaestab;
        if (school.OpenDate.IsNoDate() || school.CloseDate.IsNoDate())
            return Reason.InvalidDate;
        return school.CloseDate.ToDateOnly() < school.OpenDate.ToDateOnly() ? Reason.DatesOutOfOrder : null;
    }

    private static Task<string?> PutAsync(SchoolFile file, School school, CancellationToken cancellationToken) => file.PutAsync(
        new()
        {
            Urn = Urn.Parse(school.Urn).Value,
            Laestab = Laestab.Parse(school.Laestab).Value,
            Name = school.DisplayName.Trim(),
            Phase = school.Phase.Trim(),
            OpenDate = school.OpenDate.ToDateOnly(),
            CloseDate = school.CloseDate.ToDateOnly(),
        },
        cancellationToken);
}
