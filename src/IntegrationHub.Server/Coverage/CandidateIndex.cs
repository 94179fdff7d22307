using IntegrationHub.Domain.Identity;

namespace IntegrationHub.Server.Coverage;

/// <summary>Which of some children an unjoined record of a source may be about.</summary>
/// <remarks>
/// It errs on the side of "may be": the price of a wrong yes is "not known" until somebody joins the record, the price of a wrong no
/// is telling that nobody leads for a child whom a social worker visits. The same UPN is enough whatever its check letter or age, and
/// so is a date of birth with either name. A record without a date of birth needs both names.
/// </remarks>
internal sealed class CandidateIndex
{
    private readonly ILookup<string, long> _byUpn;
    private readonly ILookup<DateOnly, NamedChild> _byBirth;
    private readonly ILookup<(string Surname, string Forename), long> _byName;

    public CandidateIndex(IReadOnlyCollection<KnownChild> children, IEnumerable<(long PupilId, string Upn)> upns)
    {
        var named = children.Select(x => (x.DateOfBirth, Child: new NamedChild(x.PupilId, Fold(x.Surname), Fold(x.Forename)))).ToList();
        _byUpn = upns.ToLookup(x => x.Upn, x => x.PupilId, StringComparer.OrdinalIgnoreCase);
        _byBirth = named.ToLookup(x => x.DateOfBirth, x => x.Child);
        _byName = named
            .Where(x => x.Child.Surname.Length > 0 && x.Child.Forename.Length > 0)
            .ToLookup(x => (x.Child.Surname, x.Child.Forename), x => x.Child.PupilId);
    }

    /// <summary>The children the record may be about; one may come twice.</summary>
    public IEnumerable<long> WhoMayBe(UnjoinedRecord record)
    {
        var sameUpn = string.IsNullOrWhiteSpace(record.Upn) ? [] : _byUpn[record.Upn.Trim()];
        return sameUpn.Concat(record.DateOfBirth is { } born ? ByBirth(born, record) : ByName(record));
    }

    private IEnumerable<long> ByBirth(DateOnly born, UnjoinedRecord record)
    {
        var sameDay = _byBirth[born];
        if (!sameDay.Any())
            return [];
        var surname = Fold(record.Surname);
        var forename = Fold(record.Forename);
        return sameDay.Where(x => Same(x.Surname, surname) || Same(x.Forename, forename)).Select(x => x.PupilId);
    }

    private IEnumerable<long> ByName(UnjoinedRecord record) => _byName[(Fold(record.Surname), Fold(record.Forename))];

    private static string Fold(string name) => NameComparison.Fold(name);

    private static bool Same(string folded, string other) => folded.Length > 0 && folded == other;

    private readonly record struct NamedChild(long PupilId, string Surname, string Forename);
}

/// <summary>A child as the roll names it.</summary>
internal sealed record KnownChild(long PupilId, string Surname, string Forename, DateOnly DateOfBirth);

/// <summary>A record of a source that is joined to no pupil.</summary>
internal sealed record UnjoinedRecord(string SourceId, string? Upn, string Surname, string Forename, DateOnly? DateOfBirth);
