using System.Security.Cryptography;
using Google.Protobuf;
using IntegrationHub.City.Streaming;

namespace IntegrationHub.City.Tests.Recount;

/// <summary>A load in 32 bytes: the SHA-256 of every message of it, in order.</summary>
internal static class LoadHash
{
    public static string Of(CityLoad load)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (IMessage message in Messages(load))
            hash.AppendData(message.ToByteArray());
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<IMessage> Messages(CityLoad load) => new IMessage[] { load.Schools, load.Calendar, load.Sources! }
        .Concat(load.Rolls.SelectMany(feed => feed.From(0)))
        .Concat(load.Cases.SelectMany(feed => feed.From(0)))
        .Concat(load.Registers.SelectMany(feed => feed.From(0)));
}
