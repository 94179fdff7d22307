using System.Buffers.Binary;
using System.Numerics;

namespace IntegrationHub.Client.Spooling;

/// <summary>One record: a header of kind, body length, number, the body's checksum and the header's own, then the body. All little-endian.</summary>
/// <remarks>
/// The header has a checksum of its own (CRC-32C, as the body has), so its length can be believed before the body is there. That is what tells an
/// append that was cut short, whose header promises more than the file holds, from a length that went bad.
/// </remarks>
internal readonly record struct SpoolRecord(SpoolKind Kind, long Number, byte[] Body)
{
    public const int HeaderBytes = 24;
    private const int SealedBytes = 20;

    public int Size => HeaderBytes + Body.Length;

    public static byte[] Encode(SpoolKind kind, long number, ReadOnlySpan<byte> body)
    {
        byte[] bytes = new byte[HeaderBytes + body.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, (int)kind);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), body.Length);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), number);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(16), Checksum(body));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(SealedBytes), Checksum(bytes.AsSpan(0, SealedBytes)));
        body.CopyTo(bytes.AsSpan(HeaderBytes));
        return bytes;
    }

    /// <summary>The body's length, when the header is intact.</summary>
    public static bool TryReadLength(ReadOnlySpan<byte> header, out int length)
    {
        length = BinaryPrimitives.ReadInt32LittleEndian(header[4..]);
        return length >= 0 && BinaryPrimitives.ReadUInt32LittleEndian(header[SealedBytes..]) == Checksum(header[..SealedBytes]);
    }

    /// <summary>The record under an intact header, when its body is intact too.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> header, byte[] body, out SpoolRecord record)
    {
        record = new SpoolRecord((SpoolKind)BinaryPrimitives.ReadInt32LittleEndian(header), BinaryPrimitives.ReadInt64LittleEndian(header[8..]), body);
        return BinaryPrimitives.ReadUInt32LittleEndian(header[16..]) == Checksum(body);
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint checksum = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            checksum = BitOperations.Crc32C(checksum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (byte value in bytes)
            checksum = BitOperations.Crc32C(checksum, value);
        return ~checksum;
    }
}
