using Google.Protobuf;

namespace IntegrationHub.Server.Tests.Feeds.Fuzz;

/// <summary>One mutated message, made from its seed alone.</summary>
internal sealed record FuzzCase(int Seed, FuzzTarget Target, byte[] Bytes)
{
    /// <summary>Whether the bytes are a message of the call's type.</summary>
    public bool IsReadable
    {
        get
        {
            try
            {
                Target.Sample(new Random(Seed)).Descriptor.Parser.ParseFrom(Bytes);
                return true;
            }
            catch (Exception exception) when (exception is InvalidProtocolBufferException or IndexOutOfRangeException)
            {
                return false;
            }
        }
    }

    public static FuzzCase Make(int seed)
    {
        var chance = new Random(seed);
        var target = Any(chance);
        var message = target.Sample(chance);
        if (chance.Next(2) == 0)
            return new(seed, target, ByteMutation.Apply(message.ToByteArray(), Any(chance).Sample(chance).ToByteArray(), chance));
        for (var mutations = chance.Next(1, 4); mutations > 0; mutations--)
        {
            if (message.CalculateSize() > 0)
                FieldMutation.Apply(message, chance);
        }
        return new(seed, target, message.ToByteArray());
    }

    public override string ToString() =>
        $"HUB_FAULT_SEED={Seed}: {Target.Call}, {Bytes.Length} bytes {Convert.ToHexString(Bytes.AsSpan(0, Math.Min(Bytes.Length, 400)))}";

    private static FuzzTarget Any(Random chance) => FuzzTarget.All[chance.Next(FuzzTarget.All.Count)];
}
