using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Contracts.Type.V1;
using IntegrationHub.Domain;
using IntegrationHub.Domain.Casework;
using IntegrationHub.Domain.Identity;
using IntegrationHub.Server.Feeds.Records;
using IntegrationHub.Server.Identity;

namespace IntegrationHub.Server.Casework;

/// <summary>
/// Reads one record of a source: what it says, or why it does not count. The receipt and the end of a snapshot both read through it.
/// </summary>
internal static class CaseRecordReader
{
    private const int MostCharacters = 200;

    public static RecordReading<CaseEntry> Read(CaseRecord record) => record.RecordCase switch
    {
        CaseRecord.RecordOneofCase.Child => ReadChild(record.Child),
        CaseRecord.RecordOneofCase.Plan => ReadPlan(record.Plan),
        CaseRecord.RecordOneofCase.Involvement => ReadInvolvement(record.Involvement),
        CaseRecord.RecordOneofCase.Removal => ReadRemoval(record.Removal),
        _ => new(default, "", null, Reason.RecordIncomplete, []),
    };

    private static RecordReading<CaseEntry> ReadChild(CaseChild child)
    {
        var fault = child.SourceChildId.Length == 0 ? Reason.RecordIncomplete
            : AnyTooLong(child.SourceChildId, child.Forename, child.Surname, child.Postcode) ? Reason.TextTooLong
            : null;
        if (fault is not null)
            return new((short)CaseKind.Child, child.SourceChildId, null, fault, []);
        var warnings = new List<string>();
        var entry = new ChildEntry
        {
            Id = child.SourceChildId,
            Upn = Warned(StatedUpn.Read(child.Upn), warnings),
            NhsNumber = ReadNhsNumber(child.NhsNumber, warnings),
            Forename = child.Forename.Trim(),
            Surname = child.Surname.Trim(),
            DateOfBirth = ReadDateOfBirth(child.DateOfBirth, warnings),
            Sex = ReadSex(child.Sex, warnings),
            Postcode = NullIfEmpty(child.Postcode),
            Restricted = child.Restricted,
        };
        return new((short)CaseKind.Child, entry.Id, entry, null, warnings);
    }

    private static RecordReading<CaseEntry> ReadPlan(CasePlan plan)
    {
        var fault = plan.SourcePlanId.Length == 0 || plan.PlanKind.Length == 0 || plan.SourceChildIds.Count == 0
                || plan.SourceChildIds.Any(x => x.Length == 0) ? Reason.RecordIncomplete
            : AnyTooLong([plan.SourcePlanId, .. plan.SourceChildIds]) ? Reason.TextTooLong
            : !PlanKinds.TryGet(plan.PlanKind, out _) ? Reason.UnknownPlanKind
            : FaultOf(plan.StartDate, plan.EndDate);
        return fault is not null
            ? new((short)CaseKind.Plan, plan.SourcePlanId, null, fault, [])
            : new((short)CaseKind.Plan, plan.SourcePlanId, new PlanEntry
            {
                Id = plan.SourcePlanId,
                PlanKind = plan.PlanKind,
                Children = [.. plan.SourceChildIds.Distinct(StringComparer.Ordinal)],
                StartDate = plan.StartDate.ToDateOnly()!.Value,
                EndDate = plan.EndDate.ToDateOnly(),
            }, null, []);
    }

    private static RecordReading<CaseEntry> ReadInvolvement(CaseInvolvement record)
    {
        var fault = record.SourceInvolvementId.Length == 0 || record.SourceChildId.Length == 0 || record.LeadKind.Length == 0
                ? Reason.RecordIncomplete
            : AnyTooLong(record.SourceInvolvementId, record.SourceChildId, record.WorkerId, record.WorkerName, record.TeamId, record.TeamName)
                ? Reason.TextTooLong
            : !LeadKinds.TryGet(record.LeadKind, out _) ? Reason.UnknownLeadKind
            : FaultOf(record.StartDate, record.EndDate);
        return fault is not null
            ? new((short)CaseKind.Involvement, record.SourceInvolvementId, null, fault, [])
            : new((short)CaseKind.Involvement, record.SourceInvolvementId, new InvolvementEntry
            {
                Id = record.SourceInvolvementId,
                Child = record.SourceChildId,
                LeadKind = record.LeadKind,
                Lead = record.Lead,
                WorkerId = NullIfEmpty(record.WorkerId),
                WorkerName = NullIfEmpty(record.WorkerName),
                TeamId = NullIfEmpty(record.TeamId),
                TeamName = NullIfEmpty(record.TeamName),
                StartDate = record.StartDate.ToDateOnly()!.Value,
                EndDate = record.EndDate.ToDateOnly(),
            }, null, []);
    }

    private static RecordReading<CaseEntry> ReadRemoval(CaseRemoval removal)
    {
        var kind = (CaseKind)removal.Kind;
        var fault = removal.SourceRecordId.Length == 0 || removal.Kind == CaseRecordKind.Unspecified ? Reason.RecordIncomplete
            : !Enum.IsDefined(kind) ? Reason.UnknownValue
            : null;
        // A removal names nothing as still held, faulty or not.
        return fault is not null
            ? new((short)kind, "", null, fault, [])
            : new((short)kind, "", new RemovalEntry { Id = removal.SourceRecordId, Taken = kind }, null, []);
    }

    private static string? FaultOf(Date? start, Date? end)
    {
        if (start is null)
            return Reason.RecordIncomplete;
        if (start.ToDateOnly() is not { } first || end.IsNoDate())
            return Reason.InvalidDate;
        return end.ToDateOnly() < first ? Reason.DatesOutOfOrder : null;
    }

    private static StatedUpn? Warned(StatedUpn? upn, List<string> warnings)
    {
        if (upn?.Warning is { } warning)
            warnings.Add(warning);
        return upn;
    }

    private static string? ReadNhsNumber(string text, List<string> warnings)
    {
        if (text.Length == 0)
            return null;
        if (NhsNumber.TryParse(text, out var number))
            return number.ToString();
        warnings.Add(Reason.InvalidNhsNumber);
        return null;
    }

    /// <summary>A child without a date of birth can still be led; one left out could be taken for unknown to the source.</summary>
    private static DateOnly? ReadDateOfBirth(Date? date, List<string> warnings)
    {
        if (date.IsNoDate())
            warnings.Add(Reason.InvalidDate);
        return date.ToDateOnly();
    }

    private static string? ReadSex(string sex, List<string> warnings)
    {
        if (sex is not ("M" or "F" or ""))
            warnings.Add(Reason.InvalidSex);
        return sex is "M" or "F" ? sex : null;
    }

    private static bool AnyTooLong(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (text.Length > MostCharacters)
                return true;
        }
        return false;
    }

    private static string? NullIfEmpty(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
