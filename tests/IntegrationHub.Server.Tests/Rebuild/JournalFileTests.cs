using System.Security.Cryptography;
using Google.Protobuf;
using IntegrationHub.Contracts.Journal.V1;
using IntegrationHub.Server.Rebuild;

namespace IntegrationHub.Server.Tests.Rebuild;

/// <summary>A journal's file is taken whole or not at all.</summary>
[Trait("Engine", "sqlite")]
public sealed class JournalFileTests(TownFixture town) : IClassFixture<TownFixture>
{
    [Fact]
    public async Task Import_OfAFileCutAnywhere_IsRefusedAndLeavesNothing()
    {
        using var hub = town.Copy();
        var whole = await ExportAsync(hub);
        using var target = StoppedHub.Empty();
        foreach (var length in (int[])[0, 5, 8, 20, 60, whole.Length / 2, whole.Length - 33, whole.Length - 1])
            await ShouldBeRefusedAsync(target, whole[..length], length < 8 ? "no journal" : "damaged or not complete");
        await ShouldBeRefusedAsync(target, [.. whole, 0], "damaged or not complete");
    }

    [Fact]
    public async Task Import_OfAFileWithAnyByteChanged_IsRefusedAndLeavesNothing()
    {
        using var hub = town.Copy();
        var whole = await ExportAsync(hub);
        using var target = StoppedHub.Empty();
        var random = new Random(20211217);
        for (var i = 0; i < 60; i++)
        {
            var changed = whole.ToArray();
            changed[i < 40 ? i : random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
            await ShouldBeRefusedAsync(target, changed, "");
        }
    }

    [Fact]
    public async Task Import_OfANewerFormat_SaysWhichHubWroteIt()
    {
        using var target = StoppedHub.Empty();
        await ShouldBeRefusedAsync(target, FileOf(new() { Format = 2, HubVersion = "9.1" }), "format 2, of hub 9.1");
    }

    [Fact]
    public async Task Import_OfAnotherAuthority_NamesBoth()
    {
        using var hub = town.Copy();
        await hub.ExportAsync(hub.File("j"));
        using var target = StoppedHub.Empty();
        var error = await Should.ThrowAsync<InvalidDataException>(() => target.ImportAsync(hub.File("j"), options => options.Authority = "999"));
        error.Message.ShouldContain("authority 851");
        error.Message.ShouldContain("999");
        ShouldHoldNothing(target);
    }

    [Fact]
    public async Task Export_IsReadableByItsOwnerAlone_AndTakesNoOthersPlace()
    {
        using var hub = town.Copy();
        File.WriteAllText(hub.File("j.part"), "left by a killed export");
        await hub.ExportAsync(hub.File("j"));
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(hub.File("j")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        (await Should.ThrowAsync<IOException>(() => hub.ExportAsync(hub.File("j")))).Message.ShouldContain("there already");
        File.Exists(hub.File("j.part")).ShouldBeFalse();
    }

    [Fact]
    public async Task Export_Interrupted_LeavesNoFile()
    {
        using var hub = town.Copy();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var export = new JournalExport(new Progress<RebuildProgress>(), TimeProvider.System);
        await Should.ThrowAsync<OperationCanceledException>(() => export.RunAsync(hub.Path, hub.File("j"), cancelled.Token));
        Directory.GetFiles(hub.Path, "j*").ShouldBeEmpty();
    }

    private static async Task<byte[]> ExportAsync(StoppedHub hub)
    {
        await hub.ExportAsync(hub.File("j"));
        return await File.ReadAllBytesAsync(hub.File("j"));
    }

    private static async Task ShouldBeRefusedAsync(StoppedHub target, byte[] content, string message)
    {
        await using var file = new MemoryStream(content);
        var import = new JournalImport(new Progress<RebuildProgress>());
        (await Should.ThrowAsync<InvalidDataException>(() => import.CheckAsync(file, default))).Message.ShouldContain(message);
        ShouldHoldNothing(target);
    }

    private static void ShouldHoldNothing(StoppedHub target) =>
        Directory.GetFiles(target.Path).Where(x => Path.GetFileName(x) != "hub.lock").ShouldBeEmpty();

    private static byte[] FileOf(JournalFileHeader header)
    {
        using var file = new MemoryStream();
        file.Write("HUBJRNL\n"u8);
        header.WriteDelimitedTo(file);
        file.Write(new byte[100]);
        return [.. file.ToArray(), .. SHA256.HashData(file.ToArray())];
    }
}
