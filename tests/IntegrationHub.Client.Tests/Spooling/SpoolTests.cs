using IntegrationHub.Client.Spooling;

namespace IntegrationHub.Client.Tests.Spooling;

/// <summary>The spool's files: what they give back, and what they take for damage.</summary>
public sealed class SpoolTests : IDisposable
{
    private const string Owner = "registers.school-1";
    private const long Plenty = 1 << 20;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void OpenedAgain_GivesWhatIsNotSettled_InOrder()
    {
        using (Spool spool = Open())
        {
            Append(spool, 1, 10);
            spool.Rebase(40);
            spool.Settle(4);
        }

        using Spool again = Open();
        (again.Base, again.Settled, again.Last).ShouldBe((40, 4, 10));
        Rest(again).ShouldBe([5, 6, 7, 8, 9, 10]);
    }

    [Fact]
    public void NothingUnflushed_IsHandedOut()
    {
        using Spool spool = Open();
        spool.TryAppend(Body(1), out _).ShouldBeTrue();
        spool.TryNext(out _, out _).ShouldBeFalse();
        spool.HasMore.ShouldBeTrue();
        spool.Flush();
        spool.TryNext(out _, out byte[] body).ShouldBeTrue();
        body.ShouldBe(Body(1));
    }

    [Fact]
    public void LastRecordCutAnywhere_IsDropped_AndTheRestStays()
    {
        using (Spool spool = Open())
            Append(spool, 1, 3);
        string file = Directory.GetFiles(_folder, SpoolFile.Pattern).Single();
        byte[] whole = File.ReadAllBytes(file);
        int lastRecord = SpoolRecord.HeaderBytes + Body(3).Length;

        for (int missing = 1; missing <= lastRecord; missing++)
        {
            File.WriteAllBytes(file, whole[..^missing]);
            using Spool spool = Open();
            Rest(spool).ShouldBe([1, 2]);
            Append(spool, 3, 3);
        }

        File.ReadAllBytes(file).ShouldBe(whole);
    }

    [Fact]
    public void TailOfZeros_IsDropped()
    {
        using (Spool spool = Open())
            Append(spool, 1, 2);
        using (FileStream file = File.OpenWrite(Directory.GetFiles(_folder, SpoolFile.Pattern).Single()))
            file.SetLength(file.Length + 10_000);
        using Spool again = Open();
        Rest(again).ShouldBe([1, 2]);
    }

    [Fact]
    public void AnyByteChanged_IsDamage_AndTheFileIsKept()
    {
        using (Spool spool = Open())
        {
            Append(spool, 1, 3);
            spool.Settle(1);
            Append(spool, 4, 4);
        }

        string file = Directory.GetFiles(_folder, SpoolFile.Pattern).Single();
        byte[] whole = File.ReadAllBytes(file);
        for (int at = 0; at < whole.Length; at++)
        {
            byte[] changed = [.. whole];
            changed[at] ^= 0x10;
            File.WriteAllBytes(file, changed);
            FeedException damage = Should.Throw<FeedException>(() => Open().Dispose(), $"byte {at}");
            damage.Reason.ShouldBe(FeedException.SpoolDamaged);
            damage.Message.ShouldContain(file);
            File.ReadAllBytes(file).ShouldBe(changed);
        }
    }

    [Fact]
    public void MissingFile_IsDamage()
    {
        int taken = 0;
        using (Spool spool = Open(limit: 8_000))
        {
            while (spool.TryAppend(Body(taken + 1), out _))
                taken++;
        }

        string[] files = [.. Directory.GetFiles(_folder, SpoolFile.Pattern).Order(StringComparer.Ordinal)];
        files.Length.ShouldBeGreaterThan(2);
        foreach (string missing in files[..^1])
        {
            File.Move(missing, missing + ".away");
            Should.Throw<FeedException>(() => Open().Dispose()).Reason.ShouldBe(FeedException.SpoolDamaged);
            File.Move(missing + ".away", missing);
        }

        using Spool again = Open();
        Rest(again).Count.ShouldBe(taken);
    }

    [Fact]
    public void FileWhoseMakingWasInterrupted_IsMadeAgain()
    {
        using (Spool spool = Open())
            Append(spool, 1, 2);
        File.WriteAllBytes(Path.Combine(_folder, "00000000000000000003.spool"), [1, 0, 0]);
        using Spool again = Open();
        Append(again, 3, 3);
        Rest(again).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void AnotherWritersSpool_IsNotTaken()
    {
        Open().Dispose();
        FeedException ended = Should.Throw<FeedException>(() => Spool.Open(_folder, "registers.school-2", Plenty));
        ended.Reason.ShouldBe(FeedException.SpoolDamaged);
        ended.Message.ShouldContain("belongs to registers.school-1");
    }

    [Fact]
    public void SecondProcess_IsKeptOut_UntilTheFirstIsGone()
    {
        using (Open())
            Should.Throw<FeedException>(() => Open()).Reason.ShouldBe(FeedException.SpoolInUse);
        Open().Dispose();
    }

    [Fact]
    public void FullSpool_TakesNothing_UntilSomethingIsSettled_AndStaysWithinItsLimit()
    {
        const long limit = 4_000;
        using Spool spool = Open(limit);
        int taken = 0;
        for (int settled = 0; settled < 500; settled++)
        {
            while (spool.TryAppend(Body(taken + 1), out _))
                taken++;
            Directory.GetFiles(_folder, SpoolFile.Pattern).Sum(file => new FileInfo(file).Length).ShouldBeLessThan(limit + 3_000);
            spool.Flush();
            spool.TryNext(out long number, out byte[] body).ShouldBeTrue();
            number.ShouldBe(settled + 1);
            body.ShouldBe(Body(settled + 1));
            spool.Settle(settled + 1);
        }

        taken.ShouldBeGreaterThan(500);
        spool.TryAppend(new byte[2 * limit], out _).ShouldBeFalse();
        spool.Settle(taken);
        spool.TryAppend(new byte[2 * limit], out _).ShouldBeTrue("what is larger than the limit goes alone");
    }

    [Fact]
    public void FolderAndFiles_AreTheirOwnersOnly()
    {
        if (OperatingSystem.IsWindows())
            return;
        string inner = Path.Combine(_folder, "registers.school-1");
        using Spool spool = Spool.Open(inner, Owner, Plenty);
        File.GetUnixFileMode(inner).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.GetUnixFileMode(Directory.GetFiles(inner, SpoolFile.Pattern).Single()).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static byte[] Body(long number) => [.. Enumerable.Range(0, (int)(20 + (number % 7 * 13))).Select(i => (byte)((i * number) + 1))];

    private static void Append(Spool spool, int first, int last)
    {
        for (int number = first; number <= last; number++)
        {
            spool.TryAppend(Body(number), out long given).ShouldBeTrue();
            given.ShouldBe(number);
        }

        spool.Flush();
    }

    private static List<long> Rest(Spool spool)
    {
        List<long> rest = [];
        while (spool.TryNext(out long number, out byte[] body))
        {
            body.ShouldBe(Body(number));
            rest.Add(number);
        }

        return rest;
    }

    private Spool Open(long limit = Plenty) => Spool.Open(_folder, Owner, limit);
}
