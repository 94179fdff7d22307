using IntegrationHub.Contracts.Feedback.V1;
using Spectre.Console;

namespace IntegrationHub.Cli.Commands.Feedback;

/// <summary>One page of a list.</summary>
internal sealed record FeedbackPage<TEntry>(
    IEnumerable<(string School, TEntry Entry)> Entries, IEnumerable<FeedbackSchool> Schools, string NextPageToken);

/// <summary>An entry with the school that it is of.</summary>
internal readonly record struct FeedbackRow<TEntry>(FeedbackSchool School, TEntry Entry);

/// <summary>A column of a list on the screen.</summary>
internal sealed record ScreenColumn<TEntry>(TableColumn Column, Func<TEntry, string> Read);

/// <summary>A whole list: every school asked about, each with its entries.</summary>
internal sealed class FeedbackFound<TEntry>
{
    private readonly Dictionary<string, FeedbackSchool> _byNumber = new(StringComparer.Ordinal);
    private readonly List<FeedbackSchool> _schools = [];
    private readonly List<FeedbackRow<TEntry>> _rows = [];

    public IReadOnlyList<FeedbackSchool> Schools => _schools;

    public IReadOnlyList<FeedbackRow<TEntry>> Rows => _rows;

    /// <summary>Takes in the next page. A school comes with the first page that has an entry of it, or instead of one.</summary>
    public void Add(FeedbackPage<TEntry> page)
    {
        foreach (var school in page.Schools)
        {
            _schools.Add(school);
            _byNumber[school.SchoolLaestab] = school;
        }
        _rows.AddRange(page.Entries.Select(x => new FeedbackRow<TEntry>(_byNumber[x.School], x.Entry)));
    }
}
