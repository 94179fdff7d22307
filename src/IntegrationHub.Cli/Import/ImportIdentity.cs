using System.Security.Cryptography;
using System.Text;

namespace IntegrationHub.Cli.Import;

/// <summary>
/// The ids of an import's submissions, derived from the bytes of its files and from what was asked. The same files taken again, after a
/// crash or by mistake, give the same ids, and the hub counts each id once. Files that differ in anything give other ids: a register
/// that is put back to what it was a week ago must not be taken for that week's.
/// </summary>
internal sealed class ImportIdentity
{
    private readonly byte[] _seed;

    /// <param name="kind">Kind of import.</param>
    /// <param name="settings">What else changes the meaning of the files.</param>
    /// <param name="files">The files, in their order.</param>
    public ImportIdentity(string kind, string settings, IEnumerable<FileInspection> files) =>
        _seed = SHA256.HashData([.. Encoding.UTF8.GetBytes($"{kind}|{settings}|"), .. files.SelectMany(x => x.Hash)]);

    /// <summary>An id for what is meant anew each time.</summary>
    public static string NewId() => Guid.NewGuid().ToString();

    /// <summary>The id of one submission.</summary>
    /// <param name="name">Names it within the import, for example "12".</param>
    public string IdOf(string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData([.. _seed, .. Encoding.UTF8.GetBytes(name)], hash);
        // RFC 9562, version 8: what the bits hold is the maker's own affair.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true).ToString();
    }
}
