using IntegrationHub.Storage.Model;

namespace IntegrationHub.Storage;

/// <summary>
/// What a figure rests on besides registers: rolls, schools, calendars, and how registers are to be read; as it stands now, or as it
/// stood at an earlier journal position.
/// </summary>
/// <param name="knownAt">The position; null: now.</param>
public sealed class KnownRecords(HubDbContext context, long? knownAt = null)
{
    public IQueryable<SchoolRow> Schools => knownAt is null ? context.Schools : At(context.SchoolVersions);

    public IQueryable<TermRow> Terms => knownAt is null ? context.Terms : At(context.TermVersions);

    public IQueryable<ClosureRow> Closures => knownAt is null ? context.Closures : At(context.ClosureVersions);

    public IQueryable<SchoolOpeningRow> Openings => knownAt is null ? context.SchoolOpenings : At(context.SchoolOpeningVersions);

    public IQueryable<PupilRow> Pupils => knownAt is null ? context.Pupils : At(context.PupilVersions);

    public IQueryable<EnrolmentRow> Enrolments => knownAt is null ? context.Enrolments : At(context.EnrolmentVersions);

    public IQueryable<PupilIdentifierRow> PupilIdentifiers =>
        knownAt is null ? context.PupilIdentifiers : At(context.PupilIdentifierVersions);

    public IQueryable<CodeMappingRow> CodeMappings => knownAt is null ? context.CodeMappings : At(context.CodeMappingVersions);

    public IQueryable<IdentifierCorrectionRow> IdentifierCorrections =>
        knownAt is null ? context.IdentifierCorrections : At(context.IdentifierCorrectionVersions);

    public IQueryable<DiscardedMarkRow> DiscardedMarks => knownAt is null ? context.DiscardedMarks : At(context.DiscardedMarkVersions);

    private IQueryable<TVersion> At<TVersion>(IQueryable<TVersion> versions)
        where TVersion : class, IVersionRow =>
        versions.Where(x => x.KnownFrom <= knownAt && (x.KnownTo == null || x.KnownTo > knownAt));
}
