using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Domain;
using IntegrationHub.Domain.Identity;
using IntegrationHub.Server.Feeds.Records;
using IntegrationHub.Server.Identity;
using Model = IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Roll;

/// <summary>
/// Reads one record of a roll: what it says, or why it does not count. The receipt and the end of a snapshot both read through it.
/// </summary>
/// <param name="authority">The home of a child whose record does not give one.</param>
/// <param name="received">The day on which the record was received.</param>
internal readonly struct RollRecordReader(string authority, DateOnly received)
{
    /// <summary>A roll has records of one kind.</summary>
    public const short OnlyKind = 0;

    private const int MostCharacters = 200;
    private const int MostYears = 30;
    private const int FirstYearGroup = -4, LastYearGroup = 14;

    public RecordReading<RollEntry> Read(RollRecord record)
    {
        var warnings = new List<string>();
        var fault = FaultOf(record);
        return fault is null
            ? new(OnlyKind, record.MisPupilId, ReadEntry(record, warnings), null, warnings)
            : new(OnlyKind, record.MisPupilId, null, fault, []);
    }

    private string? FaultOf(RollRecord record)
    {
        if (record.MisPupilId.Length == 0 || record.EntryDate is null || (!record.Removed && LacksPerson(record)))
            return Reason.RecordIncomplete;
        if (record.MisPupilId.Length > MostCharacters || record.Forename.Length > MostCharacters || record.Surname.Length > MostCharacters)
            return Reason.TextTooLong;
        if (record.EntryDate.IsNoDate() || record.LeavingDate.IsNoDate() || record.DateOfBirth.IsNoDate())
            return Reason.InvalidDate;
        if (record.LeavingDate.ToDateOnly() < record.EntryDate.ToDateOnly())
            return Reason.DatesOutOfOrder;
        if (!IsChildsBirth(record.DateOfBirth.ToDateOnly(), record.EntryDate.ToDateOnly()!.Value))
            return Reason.InvalidDateOfBirth;
        return Enum.IsDefined(record.EnrolmentStatus) && Enum.IsDefined(record.SenProvision) ? null : Reason.UnknownValue;
    }

    // The age counts on the first day on the roll, so that the rolls of years ago are read as they were.
    private bool IsChildsBirth(DateOnly? born, DateOnly entry) =>
        born is not { } date || (date <= received && date >= entry.AddYears(-MostYears));

    private static bool LacksPerson(RollRecord record) =>
        string.IsNullOrWhiteSpace(record.Forename) || string.IsNullOrWhiteSpace(record.Surname) || record.DateOfBirth is null;

    private RollEntry ReadEntry(RollRecord record, List<string> warnings) => new()
    {
        MisPupilId = record.MisPupilId,
        Upn = ReadUpn(record.Upn, warnings),
        FormerUpns = [.. record.FormerUpns.Select(x => ReadUpn(x, warnings)).OfType<StatedUpn>().Distinct()],
        Forename = record.Forename.Trim(),
        Surname = record.Surname.Trim(),
        DateOfBirth = record.DateOfBirth.ToDateOnly() ?? default,
        Sex = ReadSex(record.Sex, warnings),
        Status = record.EnrolmentStatus == EnrolmentStatus.Unspecified
            ? Model.EnrolmentStatus.Main
            : (Model.EnrolmentStatus)record.EnrolmentStatus,
        EntryDate = record.EntryDate.ToDateOnly()!.Value,
        LeavingDate = record.LeavingDate.ToDateOnly(),
        YearGroup = record.HasYearGroup ? ReadYearGroup(record.YearGroup, warnings) : null,
        SenProvision = (Model.SenProvision)record.SenProvision,
        FreeSchoolMeals = record.HasFreeSchoolMeals ? record.FreeSchoolMeals : null,
        PupilPremium = record.HasPupilPremium ? record.PupilPremium : null,
        HasSocialWorker = record.HasChildWithSocialWorker ? record.ChildWithSocialWorker : null,
        LookedAfter = record.HasLookedAfter ? record.LookedAfter : null,
        HomeAuthority = ReadHome(record.HomeAuthority, warnings),
        Restricted = record.Restricted,
        Removed = record.Removed,
    };

    private static StatedUpn? ReadUpn(string text, List<string> warnings)
    {
        var upn = StatedUpn.Read(text);
        if (upn?.Warning is { } warning && !warnings.Contains(warning))
            warnings.Add(warning);
        return upn;
    }

    private static string? ReadSex(string sex, List<string> warnings)
    {
        if (sex is "M" or "F" or "")
            return sex.Length == 0 ? null : sex;
        warnings.Add(Reason.InvalidSex);
        return null;
    }

    private static int? ReadYearGroup(int yearGroup, List<string> warnings)
    {
        if (yearGroup is >= FirstYearGroup and <= LastYearGroup)
            return yearGroup;
        warnings.Add(Reason.InvalidYearGroup);
        return null;
    }

    private string ReadHome(string home, List<string> warnings)
    {
        if (home.Length == 0)
            return authority;
        if (AuthorityCode.TryParse(home, out var code))
            return code.ToString();
        warnings.Add(Reason.InvalidAuthority);
        return authority;
    }
}
