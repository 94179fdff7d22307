using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IntegrationHub.Server.Exports;

/// <summary>
/// Names in place of the hub's numbers: the same for the same thing in every export of one hub, without meaning to anybody who lacks the
/// key, and of no use for joining the exports of two authorities.
/// </summary>
/// <remarks>
/// The first 128 bits of HMAC-SHA-256 over authority, kind and number. The letter before them says what they name, and keeps spreadsheets
/// from reading "1234e567" as a number.
/// </remarks>
internal sealed class Pseudonyms(byte[] key, string authority)
{
    private const int Bytes = 16;

    public byte[] OfPupil(long pupilId) => Of('p', pupilId);

    public byte[] OfEnrolment(long enrolmentId) => Of('e', enrolmentId);

    public byte[] OfFlag(long flagId) => Of('f', flagId);

    public byte[] OfSpell(long spellId) => Of('t', spellId);

    private byte[] Of(char kind, long number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{authority}/{kind}/{number}");
        var hash = HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(name));
        return Encoding.ASCII.GetBytes(kind + Convert.ToHexStringLower(hash.AsSpan(0, Bytes)));
    }
}
