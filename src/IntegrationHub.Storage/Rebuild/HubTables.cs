using IntegrationHub.Storage.Model;

namespace IntegrationHub.Storage.Rebuild;

/// <summary>Every table of the hub in its one class. A table that is not here fails a test, so that none can be forgotten.</summary>
public static class HubTables
{
    public static IReadOnlyList<HubTable> All { get; } =
    [
        HubTable.Of<JournalRow>(TableClass.Journal),

        HubTable.Of<SubmissionRow>(TableClass.Record),
        HubTable.Of<WriterRow>(TableClass.Record),
        HubTable.Of<QuarantinedSubmissionRow>(TableClass.Record),
        // Runs are of their day: another version of the rules, or other settings, would find something else, and people have acted
        // on what was found. Their decisions live in the flags.
        HubTable.Of<ReconciliationRunRow>(TableClass.Record),
        HubTable.Of<RunChildRow>(TableClass.Record),
        HubTable.Of<FlagRow>(TableClass.Record),
        HubTable.Of<FlagEventRow>(TableClass.Record),
        HubTable.Of<ThresholdSpellRow>(TableClass.Record),
        HubTable.Of<RunThresholdRow>(TableClass.Record),

        HubTable.Of<SchoolRow>(TableClass.Projection),
        HubTable.Of<SchoolUrnRow>(TableClass.Projection),
        HubTable.Of<SchoolStateRow>(TableClass.Projection),
        HubTable.Of<TermRow>(TableClass.Projection),
        HubTable.Of<ClosureRow>(TableClass.Projection),
        HubTable.Of<SchoolOpeningRow>(TableClass.Projection),
        HubTable.Of<SnapshotRow>(TableClass.Projection),
        HubTable.Of<HeldRecordRow>(TableClass.Projection),
        HubTable.Of<PupilRow>(TableClass.Projection),
        HubTable.Of<PupilIdentifierRow>(TableClass.Projection),
        HubTable.Of<EnrolmentRow>(TableClass.Projection),
        HubTable.Of<StripRow>(TableClass.Projection),
        HubTable.Of<MarkChangeRow>(TableClass.Projection),
        HubTable.Of<MarkDetailRow>(TableClass.Projection),
        HubTable.Of<HeldMarkRow>(TableClass.Projection),
        HubTable.Of<RollTouchRow>(TableClass.Projection),
        HubTable.Of<CodeMappingRow>(TableClass.Projection),
        HubTable.Of<IdentifierCorrectionRow>(TableClass.Projection),
        HubTable.Of<DiscardedMarkRow>(TableClass.Projection),
        HubTable.Of<QuarantineStepRow>(TableClass.Projection),
        HubTable.Of<SchoolVersionRow>(TableClass.Projection),
        HubTable.Of<TermVersionRow>(TableClass.Projection),
        HubTable.Of<ClosureVersionRow>(TableClass.Projection),
        HubTable.Of<SchoolOpeningVersionRow>(TableClass.Projection),
        HubTable.Of<PupilVersionRow>(TableClass.Projection),
        HubTable.Of<PupilIdentifierVersionRow>(TableClass.Projection),
        HubTable.Of<EnrolmentVersionRow>(TableClass.Projection),
        HubTable.Of<CodeMappingVersionRow>(TableClass.Projection),
        HubTable.Of<IdentifierCorrectionVersionRow>(TableClass.Projection),
        HubTable.Of<DiscardedMarkVersionRow>(TableClass.Projection),
        HubTable.Of<CaseSourceRow>(TableClass.Projection),
        HubTable.Of<SourceLoadRow>(TableClass.Projection),
        HubTable.Of<SourcePersonRow>(TableClass.Projection),
        HubTable.Of<MatchRow>(TableClass.Projection),
        HubTable.Of<CasePlanRow>(TableClass.Projection),
        HubTable.Of<CasePlanSubjectRow>(TableClass.Projection),
        HubTable.Of<InvolvementRow>(TableClass.Projection),
    ];

    public static IEnumerable<HubTable> Records => All.Where(x => x.Class == TableClass.Record);
}
