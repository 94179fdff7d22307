using System.Text;

namespace IntegrationHub.Cli.Tests.Import;

public sealed class FileShapeTests
{
    [Fact]
    public async Task MissingColumn_IsRefusedBeforeAnythingIsSent()
    {
        using var folder = new TempFolder();

        var run = await SmallTown.ImportAsync(folder, "registers", folder.Write("x.csv", "school_urn,date,mis_pupil_id,code"));

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("lacks the needed column session");
        Directory.Exists(folder.Data).ShouldBeFalse();
    }

    [Fact]
    public async Task UnknownColumn_IsLeftOutWithAWarning()
    {
        using var folder = new TempFolder();

        var run = await SmallTown.ImportAsync(
            folder, "schools", folder.Write("x.csv", "URN,LAESTAB,Name,Head teacher", "118500,8512345,\"Harbour, Lane\",Somebody"));

        run.ExitCode.ShouldBe(0, run.All);
        run.Error.ShouldContain("the column Head teacher and leaves it out");
        run.Output.ShouldContain("1 row read, 1 taken");
    }

    [Fact]
    public async Task ByteOrderMark_IsNoPartOfTheFirstColumn()
    {
        using var folder = new TempFolder();
        var file = folder.File("x.csv");
        await File.WriteAllTextAsync(file, "urn,laestab,name\r\n118500,8512345,Caf\u00e9 School\r\n", new UTF8Encoding(true));

        var run = await SmallTown.ImportAsync(folder, "schools", file);

        run.ExitCode.ShouldBe(0, run.All);
    }

    [Fact]
    public async Task OtherEncoding_IsRefusedWithTheLine()
    {
        using var folder = new TempFolder();
        var file = folder.File("x.csv");
        await File.WriteAllBytesAsync(file, Encoding.Latin1.GetBytes("urn,laestab,name\n118500,8512345,Plain\n118501,8512346,Caf\u00e9\n"));

        var run = await SmallTown.ImportAsync(folder, "schools", file);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("line 3");
        run.Error.ShouldContain("CSV UTF-8");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Utf16_IsRefused(bool bigEndian)
    {
        using var folder = new TempFolder();
        var file = folder.File("x.csv");
        await File.WriteAllTextAsync(file, "urn,laestab,name\n", new UnicodeEncoding(bigEndian, true));

        var run = await SmallTown.ImportAsync(folder, "schools", file);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("UTF-16");
    }

    [Fact]
    public async Task Semicolons_AreRefusedWithAdvice()
    {
        using var folder = new TempFolder();

        var run = await SmallTown.ImportAsync(folder, "schools", folder.Write("x.csv", "urn;laestab;name"));

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("comma");
    }

    [Fact]
    public async Task BrokenRows_SpoilThemselvesAlone()
    {
        using var folder = new TempFolder();
        var file = folder.Write(
            "x.csv", "urn,laestab,name", "118500,8512345,\"Never closed", "118501,8512346,Fine", "118502,8512347", "118503,8512348,Too,many", "118504,8512349,Also fine");

        var run = await SmallTown.ImportAsync(folder, "schools", file);

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("5 rows read, 2 taken, 3 refused");
        foreach (var line in (string[])["| 2 ", "| 4 ", "| 5 "])
            run.Output.ShouldContain(line);
    }

    [Fact]
    public async Task MissingFile_IsOneSentence()
    {
        using var folder = new TempFolder();

        var run = await SmallTown.ImportAsync(folder, "rolls", folder.File("none.csv"));

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("There is no file");
    }
}
