using IntegrationHub.Domain.Published.Suppression;

namespace IntegrationHub.Domain.Tests.Published;

public class SuppressionTests
{
    [Fact]
    public void List_WithOneSmallCount_LosesTheNextSmallestToo() => Withheld([20, 3, 50, 0]).ShouldBe([0, 1]);

    [Fact]
    public void List_WithTwoSmallCounts_LosesNoMore() => Withheld([20, 3, 50, 5]).ShouldBe([1, 3]);

    [Fact]
    public void List_WithoutASmallCount_LosesNone() => Withheld([20, 6, 50, 0]).ShouldBeEmpty();

    [Fact]
    public void List_OfOneSmallCountAndZeros_LosesItsTotal()
    {
        SuppressedCounts counts = Suppressed.List([0, 4, 0], SmallNumbers.Usual);
        (counts[0, 0], counts[1, 0], counts[2, 0], counts[3, 0]).ShouldBe((false, true, false, true));
    }

    [Fact]
    public void List_WhoseSmallCountsAreFewTogether_LosesAThird()
    {
        Withheld([58, 1, 1, 0]).ShouldBe([0, 1, 2]);
        Withheld([58, 20, 2, 3]).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void List_WhoseSmallCountsAreOneChildEach_LosesAnother() => Withheld([58, 1, 1, 1, 1, 1, 1]).Length.ShouldBe(7);

    [Fact]
    public void List_OfOneChildInEachGroup_LosesItsTotal() =>
        Suppressed.List([1, 1, 1, 1, 1, 1], SmallNumbers.Usual)[6, 0].ShouldBeTrue("six of six are one each");

    [Fact]
    public void List_WhereAllButAFewAre_LosesTheCountAndAnother()
    {
        SuppressedCounts counts = Suppressed.List([(8, 9), (20, 60), (40, 90)], SmallNumbers.Usual);
        (counts[0, 0], counts[1, 0], counts[2, 0]).ShouldBe((true, true, false));
    }

    [Fact]
    public void List_WhereAllButAFewAreAndNobodyElse_LosesANoughtThatStandsForSomething()
    {
        SuppressedCounts counts = Suppressed.List([(9, 10), (0, 1_000), (0, 0)], SmallNumbers.Usual);
        (counts[0, 0], counts[1, 0], counts[2, 0], counts[3, 0]).ShouldBe((true, true, false, false));
    }

    [Fact]
    public void List_OfTwoGroupingsInOne_ProtectsBoth()
    {
        // SUPPORT 3, EHCP 12, NONE 30, and NO of 33 that SUPPORT and NONE are together.
        long[] counts = [3, 12, 30, 33, 45];
        CountTable table = new([0, null, 0], 0, (row, _) => new CountCell(counts[row]));
        SuppressedCounts suppressed = SuppressedCounts.Of(table, SmallNumbers.Usual);
        Enumerable.Range(0, counts.Length).Where(row => suppressed[row, 0]).Select(row => counts[row]).ShouldBe([3, 30]);
    }

    [Fact]
    public void Table_WhoseRowsAreAList_WithholdsOfItsTotalsWhatTheListDoes()
    {
        SuppressedCounts counts = Suppressed.Table(new long[,] { { 1, 2 }, { 30, 40 }, { 50, 60 } }, SmallNumbers.Usual);
        (counts[0, 2], counts[1, 2], counts[2, 2], counts[3, 2]).ShouldBe((true, true, false, false), "3, 70 and 110 of 183");
        (counts[1, 0] || counts[1, 1]).ShouldBeTrue("30 and 40 are 70");
    }

    [Fact]
    public void List_WithACountOfOneSchool_LosesItAndAnother() => Withheld([900, 4_000, 300], must: row => row == 0).ShouldBe([0, 2]);

    [Fact]
    public void List_WithAnotherBorder_WithholdsUpToIt()
    {
        Suppressed.List([10, 10, 50], new SmallNumbers(10))[0, 0].ShouldBeTrue();
        Suppressed.List([10, 10, 50], new SmallNumbers(9))[0, 0].ShouldBeFalse();
    }

    [Fact]
    public void Table_WithOneSmallCount_LosesARectangle()
    {
        SuppressedCounts counts = Suppressed.Table(new long[,] { { 3, 20, 30 }, { 40, 25, 60 }, { 70, 80, 90 } }, SmallNumbers.Usual);
        WithheldIn(counts, 3, 3).ShouldBe([(0, 0), (0, 1), (1, 0), (1, 1)]);
    }

    [Fact]
    public void Table_OfTwoRectanglesJoinedByOneCell_CannotBeTakenApart()
    {
        // Each line that is touched has two withheld cells, and still the joint (3, 4 → 30) would follow from the lines of either part.
        long[,] cells =
        {
            { 3, 3, 90, 90 },
            { 3, 3, 4, 90 },
            { 90, 90, 3, 3 },
            { 90, 90, 3, 3 },
        };
        SuppressedCounts counts = Suppressed.Table(cells, SmallNumbers.Usual);
        Derivation.Of((row, column) => counts[row, column], 4, 4).ShouldBeEmpty();
        WithheldIn(counts, 4, 4).Count.ShouldBeGreaterThan(9);
    }

    [Fact]
    public void AnyTable_NothingWithheldFollowsFromWhatIsShown() => Holds.ForAll<(byte[] Drawn, byte Shape, byte Must)>(drawn =>
    {
        (long[,] cells, int rows, int columns) = Table(drawn.Drawn, drawn.Shape);
        SuppressedCounts counts = Suppressed.Table(cells, SmallNumbers.Usual, (row, column) => (row + column) % 7 == drawn.Must % 40);
        // What the totals that are shown tell of a table that shows nothing, it cannot keep.
        List<(int, int)> told = Derivation.Of((row, column) => row < rows && column < columns ? cells[row, column] > 0 : counts[row, column], rows, columns);
        return !Derivation.Of((row, column) => counts[row, column], rows, columns).Except(told).Any() && EverySmallOneIsWithheld(cells, counts) && NoZeroIsWithheld(cells, counts);
    });

    [Fact]
    public void AnyList_NothingWithheldFollowsFromTheTotal() => Holds.ForAll<byte[]>(drawn =>
    {
        long[] cells = [.. drawn.Select(Count)];
        SuppressedCounts counts = Suppressed.List(cells, SmallNumbers.Usual);
        int withheld = Enumerable.Range(0, cells.Length + 1).Count(row => counts[row, 0]);
        return withheld != 1
            && Enumerable.Range(0, cells.Length).All(row => (cells[row] is < 1 or > 5 || counts[row, 0]) && (cells[row] > 0 || !counts[row, 0]))
            && (withheld > 0) == (cells.Any(cell => cell is >= 1 and <= 5));
    });

    private static int[] Withheld(long[] counts, Func<int, bool>? must = null)
    {
        SuppressedCounts suppressed = Suppressed.List(counts, SmallNumbers.Usual, must);
        suppressed[counts.Length, 0].ShouldBeFalse("the total is large");
        return [.. Enumerable.Range(0, counts.Length).Where(row => suppressed[row, 0])];
    }

    private static List<(int, int)> WithheldIn(SuppressedCounts counts, int rows, int columns) =>
    [
        .. from row in Enumerable.Range(0, rows + 1)
           from column in Enumerable.Range(0, columns + 1)
           where counts[row, column]
           select (row, column),
    ];

    // Zeros and small counts far more often than chance would have them.
    private static long Count(byte value) => value % 4 == 0 ? 0 : value % 4 == 1 ? value % 6 : value;

    private static (long[,] Cells, int Rows, int Columns) Table(byte[] drawn, byte shape)
    {
        (int rows, int columns) = (1 + (shape % 5), 1 + (shape / 5 % 6));
        long[,] cells = new long[rows, columns];
        for (int cell = 0; cell < rows * columns; cell++)
            cells[cell / columns, cell % columns] = drawn.Length == 0 ? 0 : Count((byte)(drawn[cell % drawn.Length] + (cell / drawn.Length * 31)));
        return (cells, rows, columns);
    }

    private static bool EverySmallOneIsWithheld(long[,] cells, SuppressedCounts counts) => All(cells, (count, row, column) => count is < 1 or > 5 || counts[row, column]);

    private static bool NoZeroIsWithheld(long[,] cells, SuppressedCounts counts) => All(cells, (count, row, column) => count > 0 || !counts[row, column]);

    private static bool All(long[,] cells, Func<long, int, int, bool> holds)
    {
        for (int row = 0; row < cells.GetLength(0); row++)
        {
            for (int column = 0; column < cells.GetLength(1); column++)
            {
                if (!holds(cells[row, column], row, column))
                    return false;
            }
        }

        return true;
    }
}
