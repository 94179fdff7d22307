using System.Runtime.InteropServices;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Roll;

/// <summary>
/// What a change of one school's roll has in hand: the pupils it may concern, found by their identifiers, and the rows that it
/// adds or changes. Everything is read once; nothing is asked of the database for a single record.
/// </summary>
internal sealed class RollState(SchoolKey school, long position)
{
    private readonly Dictionary<long, KnownPupil> _byId = [];
    private readonly Dictionary<string, List<KnownPupil>> _byMis = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<KnownPupil>> _byUpn = new(StringComparer.Ordinal);
    private readonly HashSet<object> _added = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<object> _changed = new(ReferenceEqualityComparer.Instance);

    public SchoolKey School => school;

    /// <summary>The journal position at which the change becomes visible.</summary>
    public long Position => position;

    /// <summary>Pupils that the change mints.</summary>
    public List<KnownPupil> Minted { get; } = [];

    public IReadOnlyCollection<object> Added => _added;

    public IReadOnlyCollection<object> Changed => _changed;

    /// <summary>Stays whose marks may belong elsewhere now, each with whose it is or was.</summary>
    public HashSet<(EnrolmentRow Stay, KnownPupil Pupil)> Touched { get; } = [];

    /// <summary>Schools whose roll answers otherwise than before.</summary>
    public IEnumerable<SchoolKey> TouchedSchools => Touched.Select(x => school with { Laestab = x.Stay.Laestab }).Distinct();

    /// <summary>UPNs that belong to somebody else than before, or to somebody with another date of birth.</summary>
    public HashSet<string> TouchedUpns { get; } = new(StringComparer.Ordinal);

    public void Load(PupilRow pupil) => _byId.Add(pupil.PupilId, new KnownPupil(pupil));

    public void Load(EnrolmentRow stay) => _byId[stay.PupilId].Stays.Add(stay);

    public void Load(PupilIdentifierRow identifier) => Index(_byId[identifier.PupilId], identifier);

    /// <summary>Pupils whom this school's MIS calls, or called, by this identifier.</summary>
    public IReadOnlyList<KnownPupil> WithMis(string misPupilId) => _byMis.GetValueOrDefault(misPupilId) ?? [];

    /// <summary>Pupils who have one of these UPNs now.</summary>
    public IEnumerable<KnownPupil> WithUpns(IEnumerable<string> upns) => upns
        .SelectMany(upn => (_byUpn.GetValueOrDefault(upn) ?? []).Where(x => x.ValidUpns.Contains(upn)))
        .Distinct();

    public KnownPupil PupilOf(EnrolmentRow stay) => _byId[stay.PupilId];

    /// <summary>This school's stays that include a day.</summary>
    public IEnumerable<EnrolmentRow> StaysOn(DateOnly day) => _byId.Values
        .SelectMany(x => x.Stays)
        .Where(x => x.Laestab == school.Laestab && !x.Removed && x.EntryDate <= day && !(x.LeavingDate < day));

    public KnownPupil Mint(PupilRow row)
    {
        var pupil = new KnownPupil(row);
        Minted.Add(pupil);
        return pupil;
    }

    public void Add(KnownPupil pupil, PupilIdentifierRow identifier)
    {
        Index(pupil, identifier);
        _added.Add(identifier);
    }

    public void Add(KnownPupil pupil, EnrolmentRow stay)
    {
        pupil.Stays.Add(stay);
        _added.Add(stay);
        Touched.Add((stay, pupil));
    }

    /// <summary>A row is not what it was. Rows of pupils being minted, and rows being added, are written whole anyway.</summary>
    public void Change(object row)
    {
        if (!_added.Contains(row) && row is not PupilRow { PupilId: 0 })
            _changed.Add(row);
    }

    /// <summary>What a school can learn of a pupil is not what it was.</summary>
    public void Touch(KnownPupil pupil)
    {
        Touched.UnionWith(pupil.Stays.Where(x => !x.Removed).Select(x => (x, pupil)));
        TouchedUpns.UnionWith(pupil.Identifiers.Where(KnownPupil.IsValidUpn).Select(x => x.Value));
    }

    private void Index(KnownPupil pupil, PupilIdentifierRow identifier)
    {
        pupil.Identifiers.Add(identifier);
        var index = identifier.Scheme == IdentifierScheme.Mis ? _byMis : _byUpn;
        ref var pupils = ref CollectionsMarshal.GetValueRefOrAddDefault(index, identifier.Value, out _);
        (pupils ??= []).Add(pupil);
    }
}
