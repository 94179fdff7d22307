using FsCheck;
using FsCheck.Fluent;

namespace IntegrationHub.Client.Tests.Spooling;

/// <summary>Whatever happens to a spool, it gives back exactly what was taken and not settled.</summary>
public sealed class SpoolHistoryTests
{
    [Fact]
    public void AnyHistory_GivesBackWhatWasTakenAndNotSettled() =>
        Prop.ForAll(Steps().ListOf().ToArbitrary(), steps =>
        {
            using ModelledSpool spool = new();
            foreach (Action<ModelledSpool> step in steps.Append(static spool => spool.Crash(1)))
            {
                step(spool);
                spool.ShouldHold();
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(120));

    private static Gen<Action<ModelledSpool>> Steps() => Gen.Frequency(
        (8, Gen.Choose(0, 200).Select(size => Step(spool => spool.Append(size)))),
        (4, Gen.Constant(Step(spool => spool.Flush()))),
        (4, Gen.Choose(1, 6).Select(count => Step(spool => spool.Settle(count)))),
        (4, Gen.Constant(Step(spool => spool.Take()))),
        (1, Gen.Choose(-50, 50).Select(sequence => Step(spool => spool.Rebase(sequence)))),
        (2, Gen.Choose(0, 1000).Select(part => Step(spool => spool.Crash(part / 1000.0)))));

    private static Action<ModelledSpool> Step(Action<ModelledSpool> step) => step;
}
