using System.Globalization;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.HealthAbsence.V1;
using Spectre.Console;
using static IntegrationHub.Cli.Commands.Report.AttendanceTable;

namespace IntegrationHub.Cli.Commands.Report;

/// <summary>Absence for reasons of health on the screen.</summary>
internal static class HealthAbsenceTables
{
    public static void Write(Terminal terminal, SummariseHealthAbsenceResponse answer)
    {
        var table = terminal.NewTable(
            Terminal.Words("Group"), Terminal.Figures("Enrolments"), Terminal.Figures("Possible"), Terminal.Figures("Ill"), Terminal.Figures("Illness"),
            Terminal.Figures("Rate"), Terminal.Figures("With appointment"), Terminal.Figures("Medical"), Terminal.Figures("Rate"));
        foreach (var row in answer.Rows)
            Add(table, NameOf(row), row);
        Add(table, "Total", answer.Total);
        terminal.Write($"Sessions of illness and of medical appointments, {answer.Window.StartDate.ToText()} to {answer.Window.EndDate.ToText()}", table);
        if (answer.Rows.Append(answer.Total).Any(x => x.Suppressed))
            terminal.Say($"{Withheld}: withheld, because it is a small number or rests on one school, or would give such a figure away.");
    }

    public static void Write(Terminal terminal, ListLongIllnessesResponse answer)
    {
        var table = terminal.NewTable(
            Terminal.Words("School"), Terminal.Words("Pupil"), Terminal.Words("UPN"), Terminal.Figures("School days"), Terminal.Figures("Sessions"),
            Terminal.Figures("Spells"), Terminal.Words("Longest"), Terminal.Words("Latest"));
        foreach (var child in answer.Illnesses)
        {
            table.AddRow(
                Markup.Escape(child.SchoolLaestab), Markup.Escape(child.MisPupilId), Markup.Escape(child.Upn), $"{child.SchoolDays}", $"{child.Sessions}",
                $"{child.SpellCount}", Spell(child.LongestSpell), Spell(child.LatestSpell));
        }
        terminal.Write($"Long illnesses, {answer.Window.StartDate.ToText()} to {answer.Window.EndDate.ToText()}: {Counted.Of(answer.Illnesses.Count, "child", "children")}", table);
        if (answer.RestrictedChildCount > 0)
            terminal.Say($"Children who must be protected and are not listed: {answer.RestrictedChildCount:N0}.");
    }

    private static void Add(Table table, string group, HealthAbsence row) => table.AddRow(
        Markup.Escape(group), row.HasEnrolmentCount ? $"{row.EnrolmentCount:N0}" : Withheld, row.HasPossibleSessions ? $"{row.PossibleSessions:N0}" : Withheld,
        row.HasEnrolmentsWithIllness ? $"{row.EnrolmentsWithIllness:N0}" : Withheld, row.HasIllnessSessions ? $"{row.IllnessSessions:N0}" : Withheld,
        PercentOf(row.HasIllnessSessions, row.HasIllnessPercent, row.IllnessPercent),
        row.HasEnrolmentsWithMedical ? $"{row.EnrolmentsWithMedical:N0}" : Withheld, row.HasMedicalSessions ? $"{row.MedicalSessions:N0}" : Withheld,
        PercentOf(row.HasMedicalSessions, row.HasMedicalPercent, row.MedicalPercent));

    private static string NameOf(HealthAbsence row) => string.Join(
        ", ", ((string[])[row.SchoolLaestab, row.HasYearGroup ? $"year {row.YearGroup}" : "", row.WeekStartDate is null ? "" : $"week of {row.WeekStartDate.ToText()}"])
            .Where(x => x.Length > 0)) is { Length: > 0 } name ? name : "not known";

    private static string PercentOf(bool shown, bool known, double value) => shown ? known ? Percent(value) : "" : Withheld;

    private static string Percent(double value) => value.ToString("0.00", CultureInfo.InvariantCulture) + " %";

    private static string Spell(IllnessSpell? spell) => spell is null
        ? ""
        : $"{spell.FirstDate.ToText()} to {(spell.Open ? "now" : spell.LastDate.ToText())}, {Counted.Of(spell.SchoolDays, "day")}";
}
