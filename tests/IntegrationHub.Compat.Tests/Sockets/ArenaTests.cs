using Pipelines.Sockets.Unofficial.Arenas;

namespace IntegrationHub.Compat.Tests.Sockets;

public class ArenaTests
{
    [Fact]
    public void Allocate_GivesClearedPartsThatDoNotOverlap()
    {
        using var arena = new Arena<int>();
        var first = arena.Allocate(3);
        var second = arena.Allocate(2);

        first.FirstSpan.Fill(7);

        second.FirstSpan.ToArray().ShouldBe([0, 0]);
        (first.Length, first.IsEmpty, first.IsSingleSegment).ShouldBe((3, false, true));
    }

    [Fact]
    public void Allocate_OfNothing_IsEmpty()
    {
        using var arena = new Arena<int>();
        var nothing = arena.Allocate(0);

        nothing.IsEmpty.ShouldBeTrue();
        nothing.GetEnumerator().MoveNext().ShouldBeFalse();
        nothing.Spans.GetEnumerator().MoveNext().ShouldBeFalse();
        nothing.Untyped().Cast<int>().IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Allocate_BeyondTheBlock_KeepsWhatWasGivenBefore()
    {
        using var arena = new Arena<int>(new ArenaOptions(blockSizeBytes: 16));
        var first = arena.Allocate(3);
        first[0] = 1;

        var large = arena.Allocate(1000);
        large.FirstSpan.Fill(9);

        first.FirstSpan.ToArray().ShouldBe([1, 0, 0]);
        large.Length.ShouldBe(1000);
    }

    [Fact]
    public void Reset_TakesEverythingBackAndClearsIt()
    {
        using var arena = new Arena<string?>();
        arena.Allocate(2)[0] = "old";

        arena.Reset();

        arena.Allocate(2).FirstSpan.ToArray().ShouldBe([null, null]);
    }

    [Fact]
    public void Sequence_IsReadByIndexSpanAndEnumerator()
    {
        using var arena = new Arena<int>();
        var sequence = Numbers(arena);

        sequence[1].ShouldBe(20);
        foreach (ref var number in sequence) number++;
        var enumerator = sequence.GetEnumerator();
        enumerator.GetNext().ShouldBe(11);
        enumerator.GetNext().ShouldBe(21);

        var seen = new List<int>();
        foreach (var span in sequence.Spans) seen.AddRange(span);
        seen.ShouldBe([11, 21, 31]);
    }

    [Fact]
    public void Untyped_CastBack_IsTheSameMemory()
    {
        using var arena = new Arena<int>();
        var untyped = Numbers(arena).Untyped();

        untyped.Length.ShouldBe(3);
        untyped.Cast<int>()[2].ShouldBe(30);
        default(Sequence).Cast<int>().IsEmpty.ShouldBeTrue();
        Should.Throw<InvalidCastException>(() => untyped.Cast<string>());
    }

    [Fact]
    public void ToArrayAndCopyTo_ProjectEachElement()
    {
        using var arena = new Arena<int>();
        var sequence = Numbers(arena);
        var target = new string[4];

        sequence.CopyTo(target, (in int number) => $"{number}");

        target.ShouldBe(["10", "20", "30", null!]);
        sequence.ToArray((in int number) => number * 2).ShouldBe([20, 40, 60]);
        sequence.ToArray((in int number, in int add) => number + add, 5).ShouldBe([15, 25, 35]);
        Should.Throw<ArgumentException>(() => sequence.CopyTo(new string[2], (in int number) => $"{number}"));
    }

    private static Sequence<int> Numbers(Arena<int> arena)
    {
        var sequence = arena.Allocate(3);
        for (var i = 0; i < 3; i++) sequence[i] = 10 * (i + 1);
        return sequence;
    }
}
