using IntegrationHub.Domain;

namespace IntegrationHub.Cli.Commands.Errors;

/// <summary>The published page docs/errors.md: how errors reach a sender, and every reason of the catalogue.</summary>
internal static class ErrorsPage
{
    private static readonly (ReasonEffect Effect, string Title)[] Kinds =
    [
        (ReasonEffect.EndsStream, "Ends a stream"),
        (ReasonEffect.RefusesSubmission, "Refuses a submission"),
        (ReasonEffect.Warning, "Notice `WARNING`"),
        (ReasonEffect.Pending, "Notice `PENDING`"),
        (ReasonEffect.Quarantined, "Notice `QUARANTINED`"),
        (ReasonEffect.RefusesItem, "Leaves out an item of an operator's request"),
        (ReasonEffect.FailsCall, "Fails a call without a stream"),
    ];

    public static void Write(TextWriter output)
    {
        // Line ends of the page are the same wherever it is printed.
        output.NewLine = "\n";
        using (var stream = typeof(ErrorsPage).Assembly.GetManifestResourceStream("errors-intro.md")!)
        using (var intro = new StreamReader(stream))
            output.Write(intro.ReadToEnd());
        WriteIndex(output);
        foreach (var reason in ReasonCatalogue.All)
            Write(output, reason);
    }

    private static void WriteIndex(TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("## The reasons by what they do");
        output.WriteLine();
        output.WriteLine("| | |");
        output.WriteLine("| --- | --- |");
        foreach (var (effect, title) in Kinds)
        {
            var names = ReasonCatalogue.All.Where(x => x.Effects.Any(use => use.Effect == effect)).Select(x => $"[`{x.Name}`](#{Anchor(x)})");
            output.WriteLine($"| {title} | {string.Join(" ", names)} |");
        }
        output.WriteLine();
        output.WriteLine("## The reasons");
    }

    private static void Write(TextWriter output, ReasonEntry reason)
    {
        output.WriteLine();
        output.WriteLine($"### {reason.Name}");
        output.WriteLine();
        output.WriteLine(reason.Meaning);
        output.WriteLine($"**To do:** {reason.Mending}");
        output.WriteLine();
        foreach (var use in reason.Effects)
            output.WriteLine($"- {ReasonWords.Of(use)}");
    }

    private static string Anchor(ReasonEntry reason) => reason.Name.ToLowerInvariant();
}
