using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Domain;

namespace IntegrationHub.Cli.Import;

/// <summary>The rows that a submission was made of, in the order of its marks or records.</summary>
/// <param name="File">The file.</param>
/// <param name="Lines">The line of each; none for the begin or end of a snapshot.</param>
/// <param name="Scope">The snapshot they belong to; null: none.</param>
internal sealed record SentRows(string File, IReadOnlyList<long> Lines, SnapshotScope? Scope = null)
{
    /// <summary>Whether to try under another id when the hub's own state was why it was refused. A snapshot goes as a whole or not at all.</summary>
    public bool MayGoAgain { get; init; } = Scope is null;

    /// <summary>What the rows call the school; empty: they name none.</summary>
    public string SchoolUrn { get; init; } = "";

    /// <summary>The codes of the rows, where they have any.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>The whole submission was refused, and each of its rows with it.</summary>
    public void Refuse(ImportReport report, Refused refused)
    {
        Scope?.Spoil(refused.Reason, refused.Detail);
        // The hub repeats nothing of what it was sent; here it is the sender's own file.
        var detail = refused.Reason == Reason.UnknownSchool && SchoolUrn.Length > 0 ? $"URN {SchoolUrn}: {refused.Detail}" : refused.Detail;
        foreach (var line in Lines)
            report.Add(new RowRemark(File, line, RowOutcome.Refused, refused.Reason, refused.Field, detail));
    }

    /// <summary>The hub remarked on one of its rows.</summary>
    public void Remark(ImportReport report, Notice notice)
    {
        if (notice.Reason == Reason.SnapshotHeld)
            Scope?.Hold();
        if (notice.ItemIndex < 0 || notice.ItemIndex >= Lines.Count)
            return;
        var outcome = notice.Outcome switch
        {
            NoticeOutcome.Quarantined => RowOutcome.Refused,
            NoticeOutcome.Pending => RowOutcome.Pending,
            _ => RowOutcome.Warning,
        };
        if (outcome == RowOutcome.Refused)
            Scope?.Spoil(notice.Reason, Advice.Of(notice.Reason));
        report.Add(new RowRemark(File, Lines[notice.ItemIndex], outcome, notice.Reason, Advice.ColumnOf(notice.Reason), AdviceOn(notice)));
    }

    private string AdviceOn(Notice notice) => notice.Reason == Reason.UnknownCode && notice.ItemIndex < Codes.Count
        ? $"Code {Codes[notice.ItemIndex]}: {Advice.Of(notice.Reason)}"
        : Advice.Of(notice.Reason);
}
