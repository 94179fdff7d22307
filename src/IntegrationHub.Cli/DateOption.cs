using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using IntegrationHub.Contracts.Type.V1;

namespace IntegrationHub.Cli;

/// <summary>Dates on the command line and in the contract's form.</summary>
internal static class DateOption
{
    public static Option<DateOnly?> Create(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = Parse,
    };

    /// <summary>yyyy-MM-dd, or dd/MM/yyyy as spreadsheets write it here.</summary>
    public static bool TryParse(string text, out DateOnly date) => DateOnly.TryParseExact(
        text, ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    public static Date ToContract(this DateOnly date) => new() { Year = date.Year, Month = date.Month, Day = date.Day };

    /// <summary>yyyy-MM-dd; empty where there is none.</summary>
    public static string ToText(this Date? date) =>
        date is null ? "" : new DateOnly(date.Year, date.Month, date.Day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The minute, in UTC; empty where there is none.</summary>
    public static string ToText(this Timestamp? time) =>
        time?.ToDateTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? "";

    private static DateOnly? Parse(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (TryParse(text, out var date))
            return date;
        result.AddError($"'{text}' is not a date. Write it as 2025-09-12 or 12/09/2025.");
        return null;
    }
}
