using IntegrationHub.Domain.Thresholds;

namespace IntegrationHub.Cli.Commands.Thresholds;

/// <summary>docs/thresholds.md, made from the thresholds themselves.</summary>
internal static class ThresholdsPage
{
    private const string Beginning = """
        # Thresholds and stages

        Every night's run judges every child on a roll by these, from the marks of this academic year and the one before, merged over the
        child's schools. The hub says that a threshold is met, since when, and which sessions prove it; what follows, people decide.
        `hub report thresholds` lists who meets them, and `ThresholdService` serves them
        ([contract](../protos/integrationhub/thresholds/v1/thresholds.proto)).

        `hub thresholds --markdown > docs/thresholds.md` makes this page; a test holds it to the software.

        ## How they are counted

        - **Possible** sessions are those attended or missed. D, X, Q, Y, Z, # and sessions without a mark are outside everything.
          Rates are compared in whole numbers, so that exactly 90 % is exactly 90 %, and the bands touch.
        - A **rate** needs a least number of possible sessions; below it a child has *too few sessions*. So has a child without any, for a
          threshold that counts: silence is neither met nor not met.
        - **Days in a row** pass over days on which nothing was possible for the child: weekends, holidays, #, D, X, Y, days not marked. A day
          counts whole: where half of it was attended, or missed for another reason, the run ends; where half only was possible, that half is
          the day.
        - A **school week** runs from Monday to Sunday and has at least one school day of the child's school: a day its calendar has and its
          registers do not close with #, or one with a possible session. The week of the date judged counts as one. Holidays use none up.
        - A day is judged at its end. **First met** is the first such day of the academic year, though the window may have moved on since,
          or the day on which the present spell began, if that is earlier. **Met since** is the first day of the unbroken spell. Both follow
          from the marks known, and a correction moves them.
        - Children who are not of compulsory school age are not judged, unless `Hub:Thresholds:CompulsorySchoolAgeOnly` is false.
        - Only children are counted who are on a roll on the date judged. Restricted children are counted, and stand on no list.


        """;

    public static void Write(TextWriter page)
    {
        page.Write(Beginning.ReplaceLineEndings("\n"));
        page.Write("## The thresholds\n\n| name | met when | judged |\n| --- | --- | --- |\n");
        foreach (var threshold in ThresholdCatalogue.All)
            page.Write($"| [`{threshold.Name}`](#{threshold.Name.ToLowerInvariant()}) | {threshold.Says(ThresholdSettings.Default)} | {ThresholdWords.Judged(threshold)} |\n");
        foreach (var threshold in ThresholdCatalogue.All)
            Write(page, threshold);
        WriteSettings(page);
    }

    private static void Write(TextWriter page, ThresholdDefinition threshold)
    {
        page.Write($"\n### {threshold.Name}\n\n**{threshold.Title}.** {threshold.Says(ThresholdSettings.Default)}\n\n");
        foreach (var remark in ThresholdWords.Remarks(threshold))
            page.Write($"{remark}\n\n");
        if (threshold.Settings.Count > 0)
            page.Write($"Settings: {string.Join(", ", threshold.Settings.Select(x => $"`{x.Name}`"))}.\n\n");
        page.Write($"Source: {threshold.Source}.\n");
    }

    private static void WriteSettings(TextWriter page)
    {
        page.Write("\n## The settings\n\nBelow `Hub:Thresholds`; checked when the hub starts. `Switches` turns thresholds on and off by name.\n\n");
        page.Write("| setting | what it is | default | from, to | whose default |\n| --- | --- | --- | --- | --- |\n");
        foreach (var setting in ThresholdSetting.All)
            page.Write($"| `{setting.Name}` | {setting.Says} | {setting.Default} | {setting.Least} to {setting.Most} | {setting.Source}. |\n");
    }
}
