using System.Security.Cryptography;
using System.Text;

namespace IntegrationHub.City.Planning;

/// <summary>Makes the UUIDs of a city's submissions from what they are about, so that a city streamed twice counts once.</summary>
internal sealed class CityIds(string city)
{
    /// <summary>The UUID (version 8) of the SHA-256 of the city and the words.</summary>
    public string Of(string words)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{city}|{words}"), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true).ToString();
    }
}
