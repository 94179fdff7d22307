using System.Globalization;
using IntegrationHub.City.Names;
using IntegrationHub.City.Planning;
using IntegrationHub.City.Streaming;
using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Domain.Published;

namespace IntegrationHub.City.Dfe;

/// <summary>The invented schools and feeds of a published day.</summary>
internal sealed class DfeTown
{
    private const int Writers = 6;

    private readonly DfeDay _day;
    private readonly List<DfeSchool> _schools = [];
    private readonly string _name;
    private readonly CityIds _ids;

    public DfeTown(DfeDay day)
    {
        _day = day;
        _name = $"dfe-{day.LaCode}-{day.Date:yyyy-MM-dd}-{string.Join('-', day.Phases.Select(row => row.Phase))}";
        _ids = new CityIds(_name);
        foreach (PublishedRow row in day.Phases)
        {
            DfeMarks marks = DfeMarks.Of(row.Sessions);
            int schools = (int)(row.Schools ?? 0);
            for (int number = 0; number < schools; number++)
                _schools.Add(new DfeSchool(int.Parse(day.LaCode, CultureInfo.InvariantCulture), _schools.Count, row, schools, number, marks, NameOf(row.Phase, number)));
        }
    }

    public CityLoad ToLoad() => new()
    {
        Schools = new ApplySchoolsRequest { RequestId = _ids.Of("schools"), Schools = { _schools.Select(school => school.ToContract()) } },
        Calendar = new ApplyCalendarRequest
        {
            RequestId = _ids.Of("calendar"),
            Terms = { new Term { DisplayName = $"{_day.Date:yyyy-MM-dd}", StartDate = _day.Date.ToContract(), EndDate = _day.Date.ToContract() } },
        },
        Rolls = [.. Shares().Select(RollFeed)],
        Registers = [.. Shares().Select(RegisterFeed)],
    };

    private IEnumerable<(int Writer, DfeSchool[] Schools)> Shares() => _schools
        .GroupBy(school => school.Index % Writers)
        .OrderBy(share => share.Key)
        .Select(share => (share.Key, share.ToArray()));

    private CityFeed<RollSubmission> RollFeed((int Writer, DfeSchool[] Schools) share) => new(
        SystemOf(share.Writer),
        $"{_name}-roll-{share.Writer + 1}",
        share.Schools.Sum(school => school.RollParts),
        share.Schools.Sum(school => (long)school.Pupils),
        skip => share.Schools.SelectMany(school => school.Roll(_ids, _day.Date)).Skip((int)skip));

    private CityFeed<RegisterSubmission> RegisterFeed((int Writer, DfeSchool[] Schools) share) => new(
        SystemOf(share.Writer),
        $"{_name}-registers-{share.Writer + 1}",
        share.Schools.Sum(school => school.RegisterCount),
        share.Schools.Sum(school => school.MarkCount),
        skip => share.Schools.SelectMany(school => school.Registers(_ids, _day.Date)).Skip((int)skip));

    private static string SystemOf(int writer) => CityVendor.All[writer % CityVendor.All.Length].System;

    private static string NameOf(string phase, int number) => phase switch
    {
        "Primary" => SchoolNames.Primary(number),
        "Secondary" => SchoolNames.Secondary(number),
        _ => SchoolNames.Special(number),
    };
}
