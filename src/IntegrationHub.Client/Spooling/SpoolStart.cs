using System.Buffers.Binary;
using System.Text;

namespace IntegrationHub.Client.Spooling;

/// <summary>What the first record of a file says, so that files before it can go.</summary>
/// <param name="Owner">The feed and writer whose spool this is.</param>
/// <param name="Base">What to add to a number to get its sequence. Null while the hub has never been reached.</param>
/// <param name="Settled">Everything up to this number had its outcome.</param>
internal sealed record SpoolStart(string Owner, long? Base, long Settled)
{
    private const int Version = 1;
    private const int FixedBytes = 20;

    public byte[] ToBytes()
    {
        byte[] bytes = new byte[FixedBytes + Encoding.UTF8.GetByteCount(Owner)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Version);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(4), Base ?? long.MinValue);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(12), Settled);
        Encoding.UTF8.GetBytes(Owner, bytes.AsSpan(FixedBytes));
        return bytes;
    }

    /// <summary>Null when another version wrote it.</summary>
    public static SpoolStart? Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < FixedBytes || BinaryPrimitives.ReadInt32LittleEndian(bytes) != Version)
            return null;
        long given = BinaryPrimitives.ReadInt64LittleEndian(bytes[4..]);
        return new SpoolStart(
            Encoding.UTF8.GetString(bytes[FixedBytes..]), given == long.MinValue ? null : given, BinaryPrimitives.ReadInt64LittleEndian(bytes[12..]));
    }
}
