using IntegrationHub.Domain.Calendar;
using IntegrationHub.Domain.Casework;
using IntegrationHub.Domain.Coverage;
using IntegrationHub.Server.Thresholds;

namespace IntegrationHub.Server.Coverage;

/// <summary>
/// The nightly question, without input or output: every child on a roll is added once, then the sources' records of those who are
/// chronically absent answer who leads. The same basis, children and records give the same findings, in whatever order they come.
/// </summary>
internal sealed class Reconciliation(ReconciliationBasis basis)
{
    private readonly List<ChildResult> _judged = [];
    private readonly List<ChildEvidence> _chronic = [];

    /// <summary>The children whose sources must be asked.</summary>
    public IReadOnlyList<ChildEvidence> ChronicallyAbsent => _chronic;

    /// <summary>Adds a child on a roll, before its sources are asked.</summary>
    public void Add(ChildEvidence child)
    {
        var standing = ChildJudgement.StandingOf(child.Attendance.Counts, child.DateOfBirth, basis.AsOf, basis.Settings);
        if (standing == AttendanceStanding.ChronicallyAbsent)
            _chronic.Add(child);
        else
            _judged.Add(ChildJudgement.Judge(child, basis.AsOf, basis.Settings));
    }

    /// <param name="cases">By pupil; a child of whom no source holds anything need not be in it.</param>
    public Findings Conclude(IReadOnlyDictionary<long, ChildCase> cases)
    {
        var chronic = _chronic
            .OrderBy(child => child.PupilId)
            .Select(child => Judge(child, cases.GetValueOrDefault(child.PupilId, ChildCase.Unknown)))
            .ToList();
        ChildResult[] all = [.. _judged, .. chronic.Select(child => child.Result)];
        return new Findings(basis, CoverageSummary.Of(all), all, chronic);
    }

    private JudgedChild Judge(ChildEvidence child, ChildCase records)
    {
        var facts = new ChildFacts(Age.InYears(child.DateOfBirth, basis.AsOf), child.IsOfHomeAuthority);
        var answer = CombinedAnswer.Of([.. basis.Sources.Select(source => Ask(source, facts, records.Of(source.Declaration.SourceId)))]);
        var evidence = child with { Answer = answer, Restricted = child.Restricted || records.Restricted };
        return new JudgedChild(ChildJudgement.Judge(evidence, basis.AsOf, basis.Settings), answer);
    }

    private SourceAnswer Ask(Casework.SourceState source, ChildFacts child, ChildRecords records) => SourceAnswers.ForChild(
        source.Declaration, source.Fitness, source.LastLoad is not null, child, records, basis.AsOf);
}

/// <summary>What a run found.</summary>
/// <param name="Basis">What it rests on.</param>
/// <param name="Summary">Coverage.</param>
/// <param name="Children">Every child on a roll.</param>
/// <param name="ChronicallyAbsent">The chronically absent among them, with what the sources say, by pupil.</param>
internal sealed record Findings(
    ReconciliationBasis Basis, CoverageSummary Summary, IReadOnlyList<ChildResult> Children, IReadOnlyList<JudgedChild> ChronicallyAbsent)
{
    /// <summary>Which thresholds they meet.</summary>
    public ThresholdFindings Thresholds { get; init; } = ThresholdFindings.None;
}

/// <summary>A chronically absent child's result, and the answer it rests on.</summary>
internal sealed record JudgedChild(ChildResult Result, CombinedAnswer Answer);
