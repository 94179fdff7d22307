using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Domain.Tests.Attendance;

public class CodeTableTests
{
    [SharedDataFact("domain", "codes_2024.csv")]
    public void From2024_IsThePublishedTable_ByteForByte() =>
        Embedded("codes_2024.csv").ShouldBe(File.ReadAllBytes(SharedData.PathOf("domain", "codes_2024.csv")));

    [SharedDataFact("domain", "codes_pre2024.csv")]
    public void Before2024_IsThePublishedTable_ByteForByte() =>
        Embedded("codes_pre2024.csv").ShouldBe(File.ReadAllBytes(SharedData.PathOf("domain", "codes_pre2024.csv")));

    [Fact]
    public void Tables_HoldEveryLine_WithItsNumberOfFields()
    {
        Lines("codes_2024.csv").ShouldAllBe(line => line.Split(',').Length == 6);
        Lines("codes_pre2024.csv").ShouldAllBe(line => line.Split(',').Length == 5);
        CodeTable.From2024.Codes.Length.ShouldBe(Lines("codes_2024.csv").Length);
        CodeTable.Before2024.Codes.Length.ShouldBe(Lines("codes_pre2024.csv").Length);
    }

    [Fact]
    public void InPossible_InTheTables_AgreesWithTheCategory()
    {
        foreach (string[] fields in Lines("codes_2024.csv").Concat(Lines("codes_pre2024.csv")).Select(line => line.Split(',')))
            AttendanceCode.Parse(fields[0]).IsPossible.ShouldBe(fields[3] == "1", fields[0]);
        foreach (string[] fields in Lines("codes_2024.csv").Select(line => line.Split(',')))
            AttendanceCode.Parse(fields[0]).IsAttended.ShouldBe(fields[4] == "1", fields[0]);
    }

    [Fact]
    public void Category_OfACodeInBothTables_IsTheSame()
    {
        foreach (CodeDefinition row in CodeTable.From2024.Codes.Where(row => CodeTable.Before2024.Find(row.Code) is not null))
            CodeTable.Before2024.Find(row.Code)!.Category.ShouldBe(row.Category, row.Code);
    }

    private static string[] Lines(string resource) =>
        [.. System.Text.Encoding.UTF8.GetString(Embedded(resource)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)];

    private static byte[] Embedded(string resource)
    {
        using Stream stream = typeof(CodeTable).Assembly.GetManifestResourceStream(resource)!;
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
