namespace IntegrationHub.Cli.Import;

/// <summary>What became of a row that did not simply go in.</summary>
internal sealed record RowRemark(string File, long Line, RowOutcome Outcome, string Reason, string Column, string Advice);

/// <summary>What became of a row.</summary>
internal enum RowOutcome
{
    /// <summary>It does not count: mend it and import it again.</summary>
    Refused,

    /// <summary>It is kept, and counts by itself when what it waits for arrives.</summary>
    Pending,

    /// <summary>It counts; something about it should be mended at its source.</summary>
    Warning,
}
