using IntegrationHub.Contracts.Quarantine.V1;
using IntegrationHub.Domain;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Server.Errors;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Quarantine;

/// <summary>Quarantine between the contract and the hub's own terms.</summary>
internal static class QuarantineMessages
{
    private static readonly HeldKind[] DoNotCount = [HeldKind.Submission, HeldKind.Mark, HeldKind.Record];

    public static HeldFilter Read(QuarantineFilter? filter)
    {
        filter ??= new();
        if (!filter.Kinds.All(x => Enum.IsDefined((HeldKind)x)))
            throw RpcErrors.InvalidArgument(Reason.UnknownValue, "A kind is none that can be in quarantine.", "filter.kinds");
        return new(
            filter.Kinds.Count == 0 ? DoNotCount : [.. filter.Kinds.Select(x => (HeldKind)x).Distinct()],
            filter.Scope.Length == 0 ? null : filter.Scope,
            filter.Reason.Length == 0 ? null : filter.Reason);
    }

    public static QuarantineGroup ToMessage(HeldGroup group) => new()
    {
        Kind = (QuarantineKind)group.Kind,
        Scope = group.Scope,
        Reason = group.Reason,
        Code = group.Code ?? "",
        ItemCount = group.Count,
        FirstReceiveTime = group.First.ToTimestamp(),
        LastReceiveTime = group.Last.ToTimestamp(),
    };

    public static QuarantineItem ToMessage(HeldItem item) => new()
    {
        ItemId = IdOf(item).ToString(),
        Kind = (QuarantineKind)item.Kind,
        Feed = item.Feed.ToString().ToUpperInvariant(),
        Scope = item.Scope,
        Reason = item.Reason,
        Detail = item.Detail ?? "",
        System = item.System,
        WriterId = item.WriterId,
        ReceiveTime = item.ReceivedTime.ToTimestamp(),
        Position = item.Kind == HeldKind.Submission ? 0 : item.Key,
        ItemIndex = item.Index,
        Mark = item.Kind is HeldKind.Mark or HeldKind.PendingMark ? ToMark(item) : null,
    };

    public static QuarantineStep ToMessage(QuarantineStepRow row) => new()
    {
        Action = row.Action,
        Time = row.Time.ToTimestamp(),
        DecidedBy = row.By,
        Position = row.Position,
        Scope = row.Scope ?? "",
        ItemCount = row.ItemCount,
        Note = row.Note ?? "",
    };

    private static QuarantineItemId IdOf(HeldItem item) => new(item.Kind switch
    {
        HeldKind.Submission => QuarantineItemKind.Submission,
        HeldKind.Record => QuarantineItemKind.Record,
        _ => QuarantineItemKind.Mark,
    }, item.Key, item.Index);

    private static QuarantinedMark ToMark(HeldItem item)
    {
        var mark = new QuarantinedMark
        {
            SessionDate = SessionNumber.DateOf(item.SessionNumber).ToDate(),
            Session = (Contracts.Registers.V1.SchoolSession)SessionNumber.SessionOf(item.SessionNumber),
            Code = item.Code ?? "",
        };
        if (item.Pupil is { Length: > 0 } pupil)
        {
            if (item.Scheme == PupilScheme.Mis)
                mark.MisPupilId = pupil;
            else
                mark.Upn = pupil;
        }
        return mark;
    }
}
