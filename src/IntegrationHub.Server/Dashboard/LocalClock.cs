using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using IntegrationHub.Contracts.Type.V1;

namespace IntegrationHub.Server.Dashboard;

/// <summary>A moment, and how dates and times read in the LA's own zone.</summary>
public sealed class LocalClock(DateTimeOffset now, TimeZoneInfo zone)
{
    public string Now => Text(now);

    /// <summary>"12 Sep 2025, 08:55"; a dash for none.</summary>
    public string Text(Timestamp? time) => time is null ? "–" : Text(time.ToDateTimeOffset());

    /// <summary>"12 September 2025".</summary>
    public static string Text(Date date) =>
        new DateOnly(date.Year, date.Month, date.Day).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>How long ago, in the largest fitting unit; a dash for never.</summary>
    public string Ago(Timestamp? time)
    {
        if (time is null)
            return "–";
        var past = now - time.ToDateTimeOffset();
        return past switch
        {
            _ when past < TimeSpan.FromSeconds(5) => "now",
            _ when past < TimeSpan.FromMinutes(2) => $"{past.TotalSeconds:0} s",
            _ when past < TimeSpan.FromHours(2) => $"{past.TotalMinutes:0} min",
            _ when past < TimeSpan.FromDays(2) => $"{past.TotalHours:0} h",
            _ => $"{past.TotalDays:0} days",
        };
    }

    /// <summary>How long a run took; a dash while it runs.</summary>
    public static string Took(Timestamp start, Timestamp? end) =>
        end is null ? "–" : (end - start).ToTimeSpan().TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";

    private string Text(DateTimeOffset time) =>
        TimeZoneInfo.ConvertTime(time, zone).ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);
}
