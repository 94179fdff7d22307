using System.Globalization;

namespace IntegrationHub.Domain.Attendance;

/// <summary>A percentage worked out as the Department for Education publishes it, and the test of whether two agree.</summary>
public static class PublishedRate
{
    /// <summary><paramref name="part"/> / <paramref name="whole"/> × 100 in that order, in double precision.</summary>
    public static double Of(long part, long whole) => (double)part / whole * 100;

    /// <summary>True when both are the same number once written with 15 significant digits.</summary>
    public static bool AgreesTo15Digits(double computed, double published) => FifteenDigits(computed) == FifteenDigits(published);

    /// <summary>True when the published text is the number <paramref name="computed"/> is once written with 15 significant digits.</summary>
    public static bool AgreesTo15Digits(double computed, string published) =>
        double.TryParse(published, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && FifteenDigits(computed) == value;

    /// <summary>The number as a file of published figures holds it: at most 15 significant digits.</summary>
    public static double FifteenDigits(double value) =>
        double.Parse(value.ToString("G15", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
