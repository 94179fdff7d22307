using FsCheck;
using FsCheck.Fluent;

namespace IntegrationHub.Domain.Tests;

/// <summary>Checks that something holds for many generated values: the same values every run, shrunk to the smallest that fails.</summary>
internal static class Holds
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20_240_819, 851);

    public static void ForAll<T>(Func<T, bool> property) => Check.One(Repeatable, Prop.ForAll(ArbMap.Default.ArbFor<T>(), property));

    /// <summary>As many values as are worth their time, where one takes long.</summary>
    public static void ForSome<T>(int values, Func<T, bool> property) =>
        Check.One(Repeatable.WithMaxTest(values), Prop.ForAll(ArbMap.Default.ArbFor<T>(), property));
}
