using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using IntegrationHub.Cli.Commands.Export;
using IntegrationHub.Contracts.Export.V1;

namespace IntegrationHub.Cli.Tests.Export;

/// <summary>What arrives is kept only when it is what the trailer says.</summary>
public sealed class ReceivedTableTests : IDisposable
{
    private static readonly byte[] Csv = "a,b\r\n1,2\r\n"u8.ToArray();

    private readonly TempFolder _folder = new();

    private string TablePath => _folder.File("table.csv");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WholeTable_HasItsName()
    {
        await SaveAsync([Header(), Chunk(Csv[..4]), Chunk(Csv[4..]), Trailer()]);
        (await File.ReadAllBytesAsync(TablePath)).ShouldBe(Csv);
    }

    [Fact]
    public async Task NoTrailer_IsNoTable() => await ShouldBeThrownAwayAsync([Header(), Chunk(Csv)]);

    [Fact]
    public async Task NoHeader_IsNoTable() => await ShouldBeThrownAwayAsync([Chunk(Csv), Trailer()]);

    [Fact]
    public async Task LostChunk_IsNoTable() => await ShouldBeThrownAwayAsync([Header(), Chunk(Csv[..4]), Trailer()]);

    [Fact]
    public async Task ChangedByte_IsNoTable() => await ShouldBeThrownAwayAsync([Header(), Chunk([.. Csv[..^3], (byte)'3', .. Csv[^2..]]), Trailer()]);

    [Fact]
    public async Task ChunkAfterTheTrailer_IsNoTable() => await ShouldBeThrownAwayAsync([Header(), Trailer(), Chunk(Csv)]);

    [Fact]
    public async Task FileThatAppearedMeanwhile_IsNotOverwritten()
    {
        _folder.Write("table.csv", "theirs");
        await Should.ThrowAsync<IOException>(() => SaveAsync([Header(), Chunk(Csv), Trailer()]));
        (await File.ReadAllTextAsync(TablePath)).Trim().ShouldBe("theirs");
    }

    [Fact]
    public async Task TwoAtOnce_IntoOneFile_TheSecondIsRefused()
    {
        await using (var first = new Server.UnfinishedFile(TablePath))
        {
            await Should.ThrowAsync<IOException>(() => SaveAsync([Header(), Chunk(Csv), Trailer()]));
            await first.Stream.WriteAsync("first"u8.ToArray());
            first.Finish();
        }
        (await File.ReadAllTextAsync(TablePath)).ShouldBe("first");
    }

    private async Task ShouldBeThrownAwayAsync(ExportTableResponse[] parts)
    {
        var thrown = await Should.ThrowAsync<CommandException>(() => SaveAsync(parts));
        thrown.ExitCode.ShouldBe(ExitCode.No);
        Directory.GetFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }

    private async Task SaveAsync(ExportTableResponse[] parts) => await ReceivedTable.SaveAsync(new Parts(parts), TablePath, replace: false, CancellationToken.None);

    private static ExportTableResponse Header() => new() { Header = new() };

    private static ExportTableResponse Chunk(byte[] bytes) => new() { Chunk = ByteString.CopyFrom(bytes) };

    private static ExportTableResponse Trailer() =>
        new() { Trailer = new() { RowCount = 1, ByteCount = Csv.Length, Sha256 = ByteString.CopyFrom(SHA256.HashData(Csv)) } };

    private sealed class Parts(ExportTableResponse[] parts) : IAsyncStreamReader<ExportTableResponse>
    {
        private int _next;

        public ExportTableResponse Current => parts[_next - 1];

        public Task<bool> MoveNext(CancellationToken cancellationToken) => Task.FromResult(_next++ < parts.Length);
    }
}
