using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Server.Tables;

namespace IntegrationHub.Server.Exports.Tables;

/// <summary>What a school's roll says of the child beside where the child is.</summary>
internal static class CharacteristicColumns
{
    private const string Roll = "roll";

    private static readonly ContractWords Provisions = new(RollReflection.Descriptor, nameof(SenProvision));

    public static IReadOnlyList<Column<ExportedEnrolment>> All { get; } =
    [
        new(
            new() { Name = "year_group", Type = ColumnType.WholeNumber, Meaning = "National Curriculum year; 0 is reception. Empty: not known.", Source = Roll },
            (CsvLines line, in ExportedEnrolment row) => line.Number(row.Facts.YearGroup)),
        new(
            new()
            {
                Name = "sen_provision",
                Type = ColumnType.Code,
                Meaning = "Special educational needs: NONE, SUPPORT or EHCP (an education, health and care plan). Empty: not recorded.",
                Source = Roll,
            },
            (CsvLines line, in ExportedEnrolment row) => line.Word(Provisions[(int)row.Facts.SenProvision])),
        new(
            new()
            {
                Name = "free_school_meals",
                Type = ColumnType.Boolean,
                Meaning = "Eligible for free school meals. Empty: not known.",
                Source = Roll,
            },
            (CsvLines line, in ExportedEnrolment row) => line.Boolean(row.Facts.FreeSchoolMeals)),
        new(
            new()
            {
                Name = "pupil_premium",
                Type = ColumnType.Boolean,
                Meaning = "The school receives the pupil premium for the child. Empty: not known.",
                Source = Roll,
            },
            (CsvLines line, in ExportedEnrolment row) => line.Boolean(row.Facts.PupilPremium)),
        new(
            new()
            {
                Name = "has_social_worker",
                Type = ColumnType.Boolean,
                Meaning = "The school knows that a social worker is allocated to the child. Empty: not known.",
                Source = Roll,
            },
            (CsvLines line, in ExportedEnrolment row) => line.Boolean(row.Facts.HasSocialWorker)),
        new(
            new()
            {
                Name = "looked_after",
                Type = ColumnType.Boolean,
                Meaning = "The school knows that a local authority looks after the child. Empty: not known.",
                Source = Roll,
            },
            (CsvLines line, in ExportedEnrolment row) => line.Boolean(row.Facts.LookedAfter)),
        new(
            new()
            {
                Name = "home_authority",
                Type = ColumnType.Code,
                Meaning = "The local authority in whose area the child lives, three digits as DfE numbers them.",
                Source = Roll,
            },
            (CsvLines line, in ExportedEnrolment row) => line.Text(row.Facts.HomeAuthority)),
        new(
            new() { Name = "sex", Type = ColumnType.Code, Meaning = "M or F, as the school records it. Empty: not recorded.", Source = Roll },
            (CsvLines line, in ExportedEnrolment row) => line.Text(row.Facts.Sex)),
    ];
}
