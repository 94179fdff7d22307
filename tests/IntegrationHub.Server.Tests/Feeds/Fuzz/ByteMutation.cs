namespace IntegrationHub.Server.Tests.Feeds.Fuzz;

/// <summary>Damages a message's bytes as lines, buffers and broken encoders do, and as somebody does who means harm.</summary>
internal static class ByteMutation
{
    private const int DeepestNesting = 20_000;

    public static byte[] Apply(byte[] bytes, byte[] other, Random chance) => chance.Next(8) switch
    {
        0 => Flip(bytes, chance),
        1 => bytes[..chance.Next(bytes.Length + 1)],
        2 => Repeat(bytes, chance),
        3 => [.. bytes[..chance.Next(bytes.Length + 1)], .. other[chance.Next(other.Length + 1)..]],
        4 => Insert(bytes, HugeLength(chance), chance),
        5 => Insert(bytes, Nested(chance), chance),
        6 => Insert(bytes, Noise(chance), chance),
        _ => Remove(bytes, chance),
    };

    private static byte[] Flip(byte[] bytes, Random chance)
    {
        byte[] flipped = [.. bytes];
        for (var flips = chance.Next(1, 6); flips > 0 && flipped.Length > 0; flips--)
            flipped[chance.Next(flipped.Length)] ^= (byte)(1 << chance.Next(8));
        return flipped;
    }

    private static byte[] Repeat(byte[] bytes, Random chance)
    {
        var (from, to) = Range(bytes, chance);
        return [.. bytes[..to], .. bytes[from..to], .. bytes[to..]];
    }

    private static byte[] Remove(byte[] bytes, Random chance)
    {
        var (from, to) = Range(bytes, chance);
        return [.. bytes[..from], .. bytes[to..]];
    }

    private static byte[] Insert(byte[] bytes, byte[] inserted, Random chance)
    {
        var at = chance.Next(bytes.Length + 1);
        return [.. bytes[..at], .. inserted, .. bytes[at..]];
    }

    /// <summary>A field of some number that says it is two gigabytes long, or longer than there are numbers for.</summary>
    private static byte[] HugeLength(Random chance) => chance.Next(2) == 0
        ? [(byte)((chance.Next(1, 16) << 3) | 2), 0xFF, 0xFF, 0xFF, 0xFF, 0x07]
        : [(byte)((chance.Next(1, 16) << 3) | 2), 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F];

    /// <summary>Groups in groups, closed or not.</summary>
    private static byte[] Nested(Random chance)
    {
        var depth = chance.Next(1, DeepestNesting);
        var field = chance.Next(1, 16) << 3;
        var begin = Enumerable.Repeat((byte)(field | 3), depth);
        return [.. begin, .. Enumerable.Repeat((byte)(field | 4), chance.Next(2) * depth)];
    }

    private static byte[] Noise(Random chance)
    {
        var noise = new byte[chance.Next(1, 40)];
        chance.NextBytes(noise);
        return noise;
    }

    private static (int From, int To) Range(byte[] bytes, Random chance)
    {
        var from = chance.Next(bytes.Length + 1);
        return (from, chance.Next(from, bytes.Length + 1));
    }
}
