using System.Globalization;

namespace IntegrationHub.Domain.Attendance;

/// <summary>A percentage worked out as the Department for Education publishes it, and the test of whether two agree.</summary>
/// <remarks>
/// The Department's open data is written by R: sessions divided in double precision, times 100, printed with the fifteen significant digits
/// R writes numbers with, trailing noughts dropped, small ones as 1.5e-05. No other rounding is in it. Every rate of sessions in the daily
/// and the year-to-date data of 2025/26 comes out digit for digit in this way. The order matters: multiplying by 100 first misses about one
/// rate in sixty in the last digit. Text is compared as the number it stands for, because the exponent is written differently here.
/// </remarks>
public static class PublishedRate
{
    /// <summary><paramref name="part"/> / <paramref name="whole"/> × 100 in that order, in double precision.</summary>
    public static double Of(long part, long whole) => (double)part / whole * 100;

    /// <summary>True when both are the same number once written with 15 significant digits.</summary>
    public static bool AgreesTo15Digits(double computed, double published) => FifteenDigits(computed) == FifteenDigits(published);

    /// <summary>
    /// True when the published text is the number <paramref name="computed"/> is once written with 15 significant digits.
    /// </summary>
    public static bool AgreesTo15Digits(double computed, string published) =>
        double.TryParse(published, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && FifteenDigits(computed) == value;

    /// <summary>
    /// True when the text is the number as a published file may write it: with 15 significant digits, or as a spreadsheet shows it.
    /// </summary>
    /// <remarks>
    /// Some of the Department's files have been through a spreadsheet, which writes a number in eleven places: ten digits and the point,
    /// 96.65318423 or 0.055515901, and six significant digits where it would begin with more than four noughts. Trailing noughts are
    /// dropped in both. A text with fewer digits than that is no rounding of the number, and does not agree.
    /// </remarks>
    public static bool IsWrittenAs(double computed, string published) =>
        AgreesTo15Digits(computed, published)
        || (decimal.TryParse(published, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) && AsSpreadsheetsShow(computed) == value);

    /// <summary>The number as a file of published figures holds it: at most 15 significant digits.</summary>
    public static double FifteenDigits(double value) =>
        double.Parse(value.ToString("G15", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static decimal AsSpreadsheetsShow(double value)
    {
        if (value is > 0 and < 1e-4)
            return decimal.Parse(value.ToString("E5", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);

        int digitsBeforePoint = value < 10 ? 1 : value < 100 ? 2 : 3;
        return Math.Round((decimal)FifteenDigits(value), 10 - digitsBeforePoint, MidpointRounding.AwayFromZero);
    }
}
