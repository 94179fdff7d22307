namespace IntegrationHub.Server.Thresholds;

/// <summary>
/// Session numbers in as few bytes as they need: the first as it is, each other as the difference from the one before it, as varints. A
/// child who missed half a year takes two hundred bytes and not a page.
/// </summary>
internal static class PackedSessions
{
    /// <param name="sessions">Earliest first.</param>
    public static byte[] Pack(ReadOnlySpan<int> sessions)
    {
        if (sessions.IsEmpty)
            return [];
        using var packed = new MemoryStream(sessions.Length + sizeof(int));
        using var writer = new BinaryWriter(packed);
        var last = 0;
        foreach (var session in sessions)
        {
            writer.Write7BitEncodedInt(session - last);
            last = session;
        }
        return packed.ToArray();
    }

    public static IReadOnlyList<int> Unpack(byte[] packed)
    {
        using var stream = new MemoryStream(packed, writable: false);
        using var reader = new BinaryReader(stream);
        var sessions = new List<int>(packed.Length);
        for (var last = 0; stream.Position < stream.Length;)
            sessions.Add(last += reader.Read7BitEncodedInt());
        return sessions;
    }
}
