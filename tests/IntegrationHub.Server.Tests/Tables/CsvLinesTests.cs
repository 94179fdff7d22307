using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Server.Tables;

namespace IntegrationHub.Server.Tests.Tables;

/// <summary>Lines of CSV, read back by a parser of the tests' own.</summary>
public sealed class CsvLinesTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"so\"", "\"say \"\"so\"\"\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("É 漢 😀", "É 漢 😀")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+44 23", "'+44 23")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("  =1+1", "\"'  =1+1\"")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("'quoted", "''quoted")]
    [InlineData("=A1,\"B\"", "\"'=A1,\"\"B\"\"\"")]
    [InlineData("1=1", "1=1")]
    public void Text_IsQuotedAndHarmless(string text, string written) => Written(x => x.Text(text)).ShouldBe(written);

    [Fact]
    public void Text_OfAnyKind_ComesBackWithOneApostropheLess()
    {
        Prop.ForAll(Gen.Elements("=+-@'\",;\r\n\t \u00e9\u6f22ab1＝".ToCharArray()).ArrayOf().ToArbitrary(), characters =>
        {
            var text = new string(characters);
            var lines = ParsedCsv.Lines(Written(x => { x.Text(text); x.Text("end"); }) + "\r\n");
            var value = lines.ShouldHaveSingleItem()[0];
            lines[0][1].ShouldBe("end");
            (value.StartsWith('\'') ? value[1..] : value).ShouldBe(text);
            (value.TrimStart() is ['=' or '+' or '-' or '@' or '＝', ..] || value is ['\t' or '\r' or '\n', ..]).ShouldBeFalse();
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Values_AreTheSameInEveryLanguage()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var elsewhere = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (elsewhere.NumberFormat.NumberDecimalSeparator, elsewhere.NumberFormat.NegativeSign) = (",", "~");
            (elsewhere.DateTimeFormat.DateSeparator, elsewhere.DateTimeFormat.TimeSeparator) = (".", ".");
            CultureInfo.CurrentCulture = elsewhere;
            $"{-1.5}".ShouldBe("~1,5");
            Written(x =>
            {
                x.Number(-1234567);
                x.DecimalNumber(1000 / 3.0);
                x.Date(new DateOnly(2025, 9, 1));
                x.Time(new DateTime(2025, 9, 1, 8, 5, 0, DateTimeKind.Utc));
                x.Boolean(true);
                x.Boolean(false);
                x.Word("AM"u8);
            }).ShouldBe("-1234567,333.3333333333333,2025-09-01,2025-09-01T08:05:00Z,true,false,AM");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void NotKnown_IsEmpty_OfWhateverType() => Written(x =>
    {
        x.Number(null);
        x.DecimalNumber(null);
        x.Date(null);
        x.Time(null);
        x.Boolean(null);
        x.Text(null);
        x.Word("");
        x.Empty();
    }).ShouldBe(",,,,,,,");

    [Fact]
    public void LongLines_ComeWhole()
    {
        var text = string.Concat(Enumerable.Repeat("\"é\"", 5000));
        ParsedCsv.Lines(Written(x => { x.Number(7); x.Text(text); }) + "\r\n").ShouldHaveSingleItem().ShouldBe(["7", text]);
    }

    private static string Written(Action<CsvLines> write)
    {
        using var lines = new CsvLines();
        write(lines);
        return Encoding.UTF8.GetString(lines.Written.Span);
    }
}
