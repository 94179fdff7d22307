using Google.Protobuf.Collections;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Thresholds.V1;
using Spectre.Console;

namespace IntegrationHub.Cli.Commands.Report;

/// <summary>Thresholds on the screen: how many children stand how, and who meets them.</summary>
internal static class ThresholdTables
{
    public static void Write(Terminal terminal, ListThresholdsResponse counts)
    {
        if (counts.AsOfDate is null)
        {
            terminal.Say("There is no complete run yet: 'hub reconcile' makes one.");
            return;
        }
        var table = terminal.NewTable(
            Terminal.Words("Threshold"), Terminal.Figures("Met"), Terminal.Figures("Not met"), Terminal.Figures("Too few"), Terminal.Figures("No terms"),
            Terminal.Figures("Not of age"), Terminal.Figures("All"), Terminal.Prose(""));
        foreach (var threshold in counts.Thresholds)
            table.AddRow([Markup.Escape(threshold.Name), .. Figures(threshold), Remark(threshold)]);
        terminal.Write($"Children by threshold, {counts.AsOfDate.ToText()}", table);
        terminal.Say("Too few: sessions to judge. No terms: the school's are not on file. Not of age: outside compulsory school age.");
    }

    private static string[] Figures(Threshold threshold) =>
    [
        Figure(threshold, x => x.Met), Figure(threshold, x => x.NotMet), Figure(threshold, x => x.TooFewSessions), Figure(threshold, x => x.NotAvailable),
        Figure(threshold, x => x.OutsideCompulsoryAge),
        Figure(threshold, x => x.Met + x.NotMet + x.TooFewSessions + x.NotAvailable + x.OutsideCompulsoryAge),
    ];

    private static string Figure(Threshold threshold, Func<ThresholdCounts, int> read) =>
        threshold is { Counts: { } counts, MissingRecords.Length: 0 } ? $"{read(counts):N0}" : "";

    private static string Remark(Threshold threshold) => threshold switch
    {
        { MissingRecords.Length: > 0 } => Markup.Escape($"not available: needs {threshold.MissingRecords}"),
        { Enabled: false } => "off",
        _ => "",
    };

    public static void Write(Terminal terminal, RepeatedField<Threshold> thresholds, RepeatedField<ThresholdSpell> spells, int most)
    {
        if (spells.Count == 0)
            terminal.Say("Nobody.");
        foreach (var threshold in thresholds)
        {
            var some = spells.Where(x => x.Threshold == threshold.Name).ToList();
            if (some.Count > 0)
                WriteThreshold(terminal, threshold, some, most);
        }
    }

    private static void WriteThreshold(Terminal terminal, Threshold threshold, List<ThresholdSpell> spells, int most)
    {
        var table = terminal.NewTable(
            Terminal.Figures("Pupil"), Terminal.Words("School"), Terminal.Words("First met"), Terminal.Words("Since"), Terminal.Words("Counted from"),
            Terminal.Figures("Counted"), Terminal.Figures("Unauthorised"), Terminal.Figures("Attended"), Terminal.Figures("Possible"));
        foreach (var spell in spells.Take(most))
        {
            var evidence = spell.Evidence;
            table.AddRow(
                $"{spell.PupilId}", Markup.Escape(spell.SchoolLaestab), evidence.FirstMetDate.ToText(), evidence.MetSinceDate.ToText(),
                evidence.WindowStartDate.ToText(), $"{evidence.Counted}", $"{evidence.UnauthorisedSessions}", $"{evidence.AttendedSessions}",
                $"{evidence.PossibleSessions}");
        }
        terminal.Write($"{threshold.Name}: {spells.Count:N0}", table);
        terminal.Say(threshold.Rule);
        if (spells.Count > most)
            terminal.Say($"and {spells.Count - most:N0} more: --most {spells.Count} lists them all.");
    }
}
