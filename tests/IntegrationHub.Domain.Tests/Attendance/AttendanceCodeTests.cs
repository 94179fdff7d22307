using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Domain.Tests.Attendance;

public class AttendanceCodeTests
{
    private static readonly DateOnly LastOldDay = new(2024, 8, 18);
    private static readonly DateOnly FirstNewDay = new(2024, 8, 19);

    [Fact]
    public void Index_OfEveryCode_IsFrozen()
    {
        // Marks on disk are these numbers. Add a line for a new code; change none.
        string[] frozen =
        [
            "/ 1", "\\ 2", "L 3", "K 4", "V 5", "P 6", "W 7", "B 8", "D 9", "C1 10", "M 11", "J1 12", "S 13", "X 14", "C2 15", "C 16",
            "T 17", "R 18", "I 19", "E 20", "Q 21", "Y1 22", "Y2 23", "Y3 24", "Y4 25", "Y5 26", "Y6 27", "Y7 28", "G 29", "N 30", "O 31",
            "U 32", "Z 33", "# 34", "J 35", "H 36", "F 37", "Y 38",
        ];

        AttendanceCode.All.Select(code => $"{code.Value} {code.Index}").ShouldBe(frozen);
    }

    [Fact]
    public void All_HoldsBothTables_AndNothingElse()
    {
        IEnumerable<string> published = CodeTable.From2024.Codes.Concat(CodeTable.Before2024.Codes).Select(row => row.Code).Distinct();
        AttendanceCode.All.Select(code => code.Value).ShouldBe(published, ignoreOrder: true);
    }

    [Fact]
    public void Category_OfEveryCode_IsAsTheRulesListIt()
    {
        CodesIn(AttendanceCategory.Attending).ShouldBe(PlainCodes.Attending, ignoreOrder: true);
        CodesIn(AttendanceCategory.ApprovedEducationalActivity).ShouldBe(PlainCodes.Activity, ignoreOrder: true);
        CodesIn(AttendanceCategory.Authorised).ShouldBe(PlainCodes.Authorised, ignoreOrder: true);
        CodesIn(AttendanceCategory.Unauthorised).ShouldBe(PlainCodes.Unauthorised, ignoreOrder: true);
        CodesIn(AttendanceCategory.NotPossible).ShouldBe(PlainCodes.NotPossible, ignoreOrder: true);
        CodesIn(AttendanceCategory.Administrative).ShouldBe(PlainCodes.Administrative, ignoreOrder: true);
    }

    [Theory]
    [InlineData("Y", true, false)]
    [InlineData("Y1", false, true)]
    [InlineData("K", false, true)]
    [InlineData("H", true, false)]
    [InlineData("I", true, true)]
    public void IsValidOn_TheEraBoundary_IsTheNineteenthOfAugust(string code, bool before, bool from)
    {
        AttendanceCode.Parse(code).IsValidOn(LastOldDay).ShouldBe(before);
        AttendanceCode.Parse(code).IsValidOn(FirstNewDay).ShouldBe(from);
    }

    [Fact]
    public void NameOn_CodeOfBothEras_IsNamedAsThen()
    {
        AttendanceCode.Parse("T").NameOn(LastOldDay).ShouldBe("Gypsy Roma and Traveller absence");
        AttendanceCode.Parse("T").NameOn(FirstNewDay).ShouldBe("Parent travelling for occupational purposes (mobile child)");
    }

    [Fact]
    public void NameOn_CodeOfTheOtherEra_KeepsItsOwnName()
    {
        AttendanceCode.Parse("H").NameOn(FirstNewDay).ShouldBe("Holiday authorised by the school");
        AttendanceCode.Parse("K").NameOn(LastOldDay).ShouldBe("Attending education provision arranged by the local authority");
    }

    [Theory]
    [InlineData(AttendanceCode.NotMarkedIndex)]
    [InlineData(AttendanceCode.WithdrawnIndex)]
    public void FromIndex_NoMark_IsNoCodeOnAnyDate(byte index)
    {
        AttendanceCode none = AttendanceCode.FromIndex(index);
        (none.IsMark, none.IsPossible, none.IsValidOn(FirstNewDay), none.Value).ShouldBe((false, false, false, ""));
        none.NameOn(FirstNewDay).ShouldNotBeEmpty();
    }

    [Fact]
    public void FromIndex_EveryByte_IsAKnownCodeOrThrows()
    {
        for (int index = 39; index < 255; index++)
            Should.Throw<ArgumentOutOfRangeException>(() => AttendanceCode.FromIndex((byte)index));
        AttendanceCode.All.ShouldAllBe(code => AttendanceCode.FromIndex(code.Index) == code && AttendanceCode.Parse(code.Value) == code);
    }

    private static IEnumerable<string> CodesIn(AttendanceCategory category) =>
        AttendanceCode.All.Where(code => code.Category == category).Select(code => code.Value);
}
