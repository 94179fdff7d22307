using System.Security.Cryptography;

namespace IntegrationHub.Server.Rebuild.JournalFiles;

/// <summary>What frames a journal's file. The contract <c>integrationhub.journal.v1</c> describes it.</summary>
internal static class JournalFileFormat
{
    /// <summary>The newest format, and the one that is written.</summary>
    public const int Newest = 1;

    public const int HashBytes = SHA256.HashSizeInBytes;

    /// <summary>The first bytes of every file. The line feed is lost where a transfer takes the file for text.</summary>
    public static ReadOnlySpan<byte> Mark => "HUBJRNL\n"u8;
}
