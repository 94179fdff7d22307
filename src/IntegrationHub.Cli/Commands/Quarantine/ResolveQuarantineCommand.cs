using System.CommandLine;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Cli.Import;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Quarantine.V1;

namespace IntegrationHub.Cli.Commands.Quarantine;

/// <summary>What the commands that do something about quarantine have in common: they choose things, and say why.</summary>
internal abstract class ResolveQuarantineCommand : HubCommand
{
    // What the hub takes in one request.
    private const int MostItems = 10_000;

    private readonly QuarantineFilterOptions _filter = new();

    private readonly Option<string[]> _chosen = new("--item")
    {
        Description = "A thing by its id, from 'hub quarantine list --items'. May be said more than once.",
        HelpName = "ITEM",
    };

    private readonly Option<string?> _note = new("--note")
    {
        Description = "Why, in a few words, for those who ask later. Nothing about a child.",
        HelpName = "TEXT",
    };

    protected ResolveQuarantineCommand(string name, string summary)
        : base(name, summary)
    {
        Add(_chosen);
        _filter.AddTo(this);
        Add(_note);
        PersonOption.AddTo(this);
        ConnectionOptions.AddTo(this);
    }

    /// <summary>Whether things have been chosen, one by one or by what they have in common.</summary>
    protected bool HasChosen(ParseResult parsed) => parsed.GetValue(_chosen) is { Length: > 0 } || _filter.IsSaid(parsed);

    /// <summary>Sends a request in the name of the person at the keyboard.</summary>
    protected async Task<ResolveQuarantineResponse> SendAsync(
        ParseResult parsed, HubConnection hub, Action<ResolveQuarantineRequest> resolution, CancellationToken cancellationToken)
    {
        var request = new ResolveQuarantineRequest { RequestId = ImportIdentity.NewId(), Note = parsed.GetValue(_note) ?? "" };
        resolution(request);
        var client = new QuarantineService.QuarantineServiceClient(hub.Client.Invoker);
        return await client.ResolveQuarantineAsync(request, PersonOption.Signed(parsed), cancellationToken: cancellationToken);
    }

    /// <summary>Does something to everything that was chosen, in as many requests as it takes.</summary>
    protected async Task<Resolved> ResolveChosenAsync(
        ParseResult parsed, HubConnection hub, Action<ResolveQuarantineRequest, QuarantineSelection> resolution, CancellationToken cancellationToken)
    {
        var all = new Resolved(await ChosenAsync(parsed, hub, cancellationToken));
        foreach (var some in all.Chosen.Chunk(MostItems))
        {
            var answer = await SendAsync(parsed, hub, request => resolution(request, new() { ItemIds = { some } }), cancellationToken);
            all.Count += answer.ResolvedCount;
            all.Left.AddRange(answer.UnresolvedItems);
        }
        return all;
    }

    protected static ExitCode Tell(Terminal terminal, Resolved resolved)
    {
        terminal.Say($"{resolved.Count:N0} of {resolved.Chosen.Count:N0} are in quarantine no longer.");
        foreach (var item in resolved.Left)
            terminal.Warn($"{item.ItemId}: {item.Reason}. {item.Detail}");
        return resolved.Left.Count == 0 ? ExitCode.Done : ExitCode.No;
    }

    private async Task<IReadOnlyList<string>> ChosenAsync(ParseResult parsed, HubConnection hub, CancellationToken cancellationToken)
    {
        var chosen = parsed.GetValue(_chosen) ?? [];
        if (!_filter.IsSaid(parsed))
            return chosen;
        var client = new QuarantineService.QuarantineServiceClient(hub.Client.Invoker);
        var found = await QuarantineItems.AllAsync(client, _filter.Read(parsed), int.MaxValue, cancellationToken);
        return [.. chosen.Concat(found.Select(x => x.ItemId)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What came of it.</summary>
    protected sealed class Resolved(IReadOnlyList<string> chosen)
    {
        public IReadOnlyList<string> Chosen => chosen;

        public long Count { get; set; }

        public List<UnresolvedItem> Left { get; } = [];
    }
}
