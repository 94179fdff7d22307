using Pipelines.Sockets.Unofficial;

namespace IntegrationHub.Compat.Tests.Sockets;

public class DelegatesTests
{
    [Fact]
    public void AsEnumerable_GivesEachHandlerInOrder()
    {
        var calls = new List<int>();
        Action handler = () => calls.Add(1);
        handler += () => calls.Add(2);
        handler += () => calls.Add(3);

        foreach (var single in handler.AsEnumerable())
        {
            single.IsSingle().ShouldBeTrue();
            single();
        }

        calls.ShouldBe([1, 2, 3]);
        handler.AsEnumerable().Count().ShouldBe(3);
    }

    [Fact]
    public void IsSingle_TellsOneHandlerFromSeveral()
    {
        Action one = () => { };

        one.IsSingle().ShouldBeTrue();
        (one + one).IsSingle().ShouldBeFalse();
    }
}
