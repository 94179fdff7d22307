using Google.Protobuf;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Server.Tests.Casework;
using IntegrationHub.Server.Tests.Roll;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Tests.Feeds;

/// <summary>A vendor who sends snapshots of numbered things: pupils of a roll, or children of a source.</summary>
internal sealed class SnapshotVendor(TestHub hub, FeedKind kind, string system = "vendor")
{
    public static readonly DateOnly Day = RollBuilder.Snapshot;

    private readonly FeedVendor _vendor = new(hub, kind, system);

    private bool IsRoll => kind == FeedKind.Roll;

    /// <summary>The scope, as the list of held snapshots names it.</summary>
    public string Scope => IsRoll ? "ROLL 8512001" : "CASEWORK social-care";

    public IMessage Begin(Guid id, DateOnly? asOf = null) => IsRoll
        ? RollBuilder.Begin(RollBuilder.NorthUrn, id, asOf ?? Day)
        : CaseBuilder.Begin(CaseBuilder.SocialCare, id, asOf ?? Day);

    public IMessage Part(Guid id, params int[] things) => IsRoll
        ? RollBuilder.Part(RollBuilder.NorthUrn, id, [.. things.Select(Pupil)])
        : CaseBuilder.Part(CaseBuilder.SocialCare, id, [.. things.Select(Child)]);

    public IMessage End(Guid id, int count) =>
        IsRoll ? RollBuilder.End(RollBuilder.NorthUrn, id, count) : CaseBuilder.End(CaseBuilder.SocialCare, id, count);

    public IMessage Delta(params int[] things) => IsRoll
        ? RollBuilder.Delta(RollBuilder.NorthUrn, [.. things.Select(Pupil)])
        : CaseBuilder.Delta(CaseBuilder.SocialCare, [.. things.Select(Child)]);

    /// <summary>A whole snapshot of the things from 1 to a number: begin, one part, end.</summary>
    public IMessage[] Whole(int count, DateOnly? asOf = null)
    {
        var id = Guid.NewGuid();
        return [Begin(id, asOf), Part(id, [.. Enumerable.Range(1, count)]), End(id, count)];
    }

    public Task<IReadOnlyList<FeedReceipt>> SendAsync(params IMessage[] submissions) => SendAsAsync("writer", submissions);

    public Task<IReadOnlyList<FeedReceipt>> SendAsAsync(string writer, params IMessage[] submissions) => _vendor.SendAsync(writer, submissions);

    public Task<FeedReceipt> SubmitAloneAsync(IMessage submission) => _vendor.SubmitAloneAsync("writer", submission);

    /// <summary>The things that the hub holds open.</summary>
    public async Task<IReadOnlyList<int>> VisibleAsync()
    {
        await using var context = hub.Database.CreateReadContext();
        var names = IsRoll
            ? context.Enrolments.Where(x => !x.Removed && x.LeavingDate == null && EF.Functions.Like(x.MisPupilId, "s%")).Select(x => x.MisPupilId)
            : context.SourcePersons.Where(x => x.ClosedPosition == null).Select(x => x.SourcePersonId);
        return [.. (await names.ToListAsync()).Select(x => int.Parse(x.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)).Order()];
    }

    private static Contracts.Roll.V1.RollRecord Pupil(int thing) =>
        RollBuilder.Record($"s{thing}", RollBuilder.Upn(thing), RollBuilder.Born.AddDays(thing));

    private static Contracts.Casework.V1.CaseRecord Child(int thing) => CaseBuilder.Child($"s{thing}");
}
