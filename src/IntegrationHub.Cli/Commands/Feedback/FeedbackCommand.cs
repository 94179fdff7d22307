using System.CommandLine;
using Google.Protobuf;
using IntegrationHub.Cli.Commands.Report;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Contracts.Type.V1;
using FeedbackClient = IntegrationHub.Contracts.Feedback.V1.SchoolFeedbackService.SchoolFeedbackServiceClient;

namespace IntegrationHub.Cli.Commands.Feedback;

/// <summary>What one page of a list is asked for with.</summary>
internal sealed record FeedbackAsked(string School, Date? AsOf, KnownAt? KnownAt, string PageToken)
{
    public const int PageSize = 500;
}

/// <summary>What all commands under <c>hub feedback</c> have in common: the lists of one school or all, on the screen or as CSV.</summary>
internal abstract class FeedbackCommand<TResponse, TEntry> : ReportCommand
    where TResponse : IMessage<TResponse>, new()
{
    private readonly Option<string?> _school = new("--school") { Description = "One school, by its DfE number. Default: all.", HelpName = "LAESTAB" };
    private readonly Option<DateOnly?> _asOf;
    private readonly Option<KnownAt?> _knownAt = KnownAtOption.Create();

    private readonly Option<string?> _csv = new("--csv")
    {
        Description = "Writes CSV instead: one file, or where a folder is named a file for each school in it.",
        HelpName = "FILE|FOLDER",
    };

    private readonly Option<int> _most = new("--most")
    {
        Description = "How many entries to list on the screen; JSON and CSV hold all. Default: 50.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => 50,
    };

    /// <param name="asOf">What the option --as-of says.</param>
    protected FeedbackCommand(string name, string summary, string asOf)
        : base(name, summary)
    {
        _asOf = DateOption.Create("--as-of", asOf);
        Details = ["Pupils are named by the school's own number and the UPN, never by name. Children who must be protected are counted and not listed."];
        foreach (var option in (Option[])[_most, _csv, _knownAt, _asOf, _school])
            Options.Insert(0, option);
    }

    /// <summary>The list as CSV.</summary>
    protected abstract CsvTable<FeedbackRow<TEntry>> Table { get; }

    /// <summary>The list on the screen, beside the school.</summary>
    protected abstract IReadOnlyList<ScreenColumn<TEntry>> Screen { get; }

    protected abstract Task<TResponse> AskAsync(FeedbackClient client, FeedbackAsked asked, ParseResult parsed, CancellationToken cancellationToken);

    protected abstract FeedbackPage<TEntry> PageOf(TResponse response);

    /// <summary>What else there is to say about an answer as a whole.</summary>
    protected virtual IEnumerable<string> Remarks(TResponse response) => [];

    protected sealed override async Task<Answer> AskAsync(ParseResult parsed, HubConnection hub, CancellationToken cancellationToken)
    {
        var client = new FeedbackClient(hub.Client.Invoker);
        var (all, found) = (new TResponse(), new FeedbackFound<TEntry>());
        var asked = new FeedbackAsked(parsed.GetValue(_school) ?? "", parsed.GetValue(_asOf)?.ToContract(), parsed.GetValue(_knownAt), "");
        do
        {
            var response = await AskAsync(client, asked, parsed, cancellationToken);
            var page = PageOf(response);
            found.Add(page);
            all.MergeFrom(response);
            asked = asked with { PageToken = page.NextPageToken };
        }
        while (asked.PageToken.Length > 0);
        // Merged, the pages have all there is, and nothing follows.
        all.Descriptor.FindFieldByName("next_page_token").Accessor.Clear(all);
        if (parsed.GetValue(_csv) is not { } path)
            return new Answer(all, terminal => FeedbackScreen.Write(terminal, found, Screen, [.. Remarks(all)], parsed.GetValue(_most)));
        var files = await FeedbackFiles.SaveAsync(path, Name, found, Table, cancellationToken);
        return new Answer(all, terminal => FeedbackScreen.Tell(terminal, found, files, [.. Remarks(all)]));
    }
}
