using System.Globalization;

namespace IntegrationHub.Domain.Identity;

/// <summary>Reads identifiers that are a fixed number of ASCII digits.</summary>
internal static class Digits
{
    /// <summary>The number, when the trimmed text is exactly that many digits and nothing else.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int length, out long number)
    {
        number = 0;
        ReadOnlySpan<char> trimmed = text.Trim();
        return trimmed.Length == length && long.TryParse(trimmed, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>The sum of the first nine of ten digits, each times its weight: ten for the first, two for the ninth.</summary>
    public static int WeightedSum(long tenDigits)
    {
        int sum = 0;
        long rest = tenDigits / 10;
        for (int weight = 2; weight <= 10; weight++, rest /= 10)
            sum += (int)(rest % 10) * weight;
        return sum;
    }
}
