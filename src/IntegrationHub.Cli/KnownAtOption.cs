using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using IntegrationHub.Contracts.Attendance.V1;

namespace IntegrationHub.Cli;

/// <summary>An earlier moment to answer as of: a journal position, or a time.</summary>
internal static class KnownAtOption
{
    private static readonly string[] Times =
        ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm 'UTC'"];

    public static Option<KnownAt?> Create() => new("--known-at")
    {
        Description = "Answers as of an earlier moment: a journal position, or a time such as 2025-09-12T17:00Z (without a zone: UTC). Default: now.",
        HelpName = "POSITION|TIME",
        CustomParser = Parse,
    };

    /// <summary>The moment that an answer is of: "at journal position 333", "at 2025-09-12 17:00 UTC, journal position 333".</summary>
    public static string Words(KnownAt? asked, Freshness freshness) => asked is { MomentCase: KnownAt.MomentOneofCase.Time }
        ? $"at {asked.Time.ToText()}, journal position {freshness.Position:N0}"
        : $"at journal position {freshness.Position:N0}";

    /// <summary>The moment as it was asked for; empty where it was not.</summary>
    public static string ToText(KnownAt? asked) => asked?.MomentCase switch
    {
        KnownAt.MomentOneofCase.Time => asked.Time.ToText(),
        KnownAt.MomentOneofCase.Position => asked.Position.ToString(CultureInfo.InvariantCulture),
        _ => "",
    };

    private static KnownAt? Parse(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
            return new KnownAt { Position = position };
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParseExact(text, Times, CultureInfo.InvariantCulture, Utc, out var time))
            return new KnownAt { Time = Timestamp.FromDateTimeOffset(time) };
        result.AddError($"'{text}' is neither a journal position nor a time. Write a time as 2025-09-12T17:00Z.");
        return null;
    }
}
