namespace IntegrationHub.City.Planning;

/// <summary>The city's own random numbers: xoshiro256**, seeded by SplitMix64 from a seed and a stream.</summary>
/// <remarks>
/// A city must be the same on every machine and under every future framework, so neither <see cref="System.Random"/>, whose algorithm is not
/// promised, nor a function of floating point that a processor may round in its own way (logarithm, power) has a part in it. Each pupil draws from
/// a stream of their own: what one draws never shifts what another gets.
/// </remarks>
internal struct CityRandom
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    public CityRandom(long seed, CityStream stream, long index = 0)
    {
        ulong state = Mix((ulong)seed + (Mix((ulong)stream + 1) ^ Mix(((ulong)index * 2) + 0x5851F42D4C957F2D)));
        _s0 = Next(ref state);
        _s1 = Next(ref state);
        _s2 = Next(ref state);
        _s3 = Next(ref state);
    }

    /// <summary>64 bits.</summary>
    public ulong NextBits()
    {
        ulong result = ulong.RotateLeft(_s1 * 5, 7) * 9;
        ulong t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = ulong.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>From 0, inclusive, to 1, exclusive, in steps of 2 to the power of -53.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>From 0, inclusive, to <paramref name="bound"/>, exclusive.</summary>
    public int NextInt(int bound) => (int)Math.BigMul(NextBits(), (ulong)bound, out _);

    /// <summary>From one number to another, both inclusive.</summary>
    public int Between(int least, int most) => least + NextInt(most - least + 1);

    /// <summary>True as often as the probability says.</summary>
    public bool Chance(double probability) => NextDouble() < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[NextInt(items.Count)];

    public void Shuffle<T>(IList<T> items)
    {
        for (int last = items.Count - 1; last > 0; last--)
        {
            int other = NextInt(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    private static ulong Next(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        return Mix(state);
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
