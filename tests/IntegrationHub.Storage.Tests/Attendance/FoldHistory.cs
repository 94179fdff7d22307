using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage.Attendance;

namespace IntegrationHub.Storage.Tests.Attendance;

/// <summary>A short history of one school: registers, and children who come onto the roll, leave, or are taken back in between.</summary>
public sealed record FoldHistory(IReadOnlyList<FoldStep> Steps)
{
    public static readonly DateOnly FirstDay = new(2021, 7, 30);
    /// <summary>MIS identifiers.</summary>
    public static readonly string[] Pupils = ["a", "b", "c"];

    /// <summary>Days on both sides of 1 August, so that histories cross the turn of the academic year.</summary>
    public static Arbitrary<FoldHistory> Arbitrary { get; } = Arb.From(
        Gen.ListOf(StepGen()).Select(steps => new FoldHistory([.. steps])),
        history => history.Steps.Select((_, i) => new FoldHistory([.. history.Steps.Where((_, j) => j != i)])));

    private static Gen<FoldStep> StepGen() => Gen.Frequency(
        (6, RegisterGen()), (2, RollGen()), (1, Gen.Constant((FoldStep)new FoldNow())));

    private static Gen<FoldStep> RollGen() =>
        from pupil in Gen.Elements(Pupils)
        from entry in Gen.Choose(0, 2)
        from days in Gen.Frequency((2, Gen.Constant((int?)null)), (1, Gen.Choose(0, 2).Select(x => (int?)x)))
        from removed in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        select (FoldStep)new RollStep(pupil, FirstDay.AddDays(entry), days is { } more ? FirstDay.AddDays(entry + more) : null, removed);

    private static Gen<FoldStep> RegisterGen() =>
        from day in Gen.Choose(0, 3)
        from session in Gen.Elements(SchoolSession.Am, SchoolSession.Pm)
        from received in Gen.Choose(0, 100)
        from marks in Gen.NonEmptyListOf(MarkGen())
        select (FoldStep)new RegisterStep(SessionNumber.Of(FirstDay.AddDays(day), session), received, [.. marks]);

    private static Gen<DecodedMark> MarkGen() =>
        from pupil in Gen.Elements(Pupils)
        from code in Gen.Elements<byte>(0, 1, 2, 3, 19, 30, AttendanceCode.WithdrawnIndex)
        from minute in Gen.Choose(0, 20)
        from minutesLate in Gen.Frequency((4, Gen.Constant((int?)null)), (1, Gen.Choose(1, 30).Select(x => (int?)x)))
        from fault in Gen.Frequency((9, Gen.Constant((string?)null)), (1, Gen.Constant((string?)"UNKNOWN_CODE")))
        select new DecodedMark
        {
            Pupil = new(PupilScheme.Mis, pupil),
            Code = code,
            RecordTime = minute < 8 ? null : Minute(minute),
            MinutesLate = minutesLate,
            Fault = fault,
        };

    public static DateTime Minute(int minute) => new DateTime(2021, 7, 30, 9, 0, 0, DateTimeKind.Utc).AddMinutes(minute);
}

public abstract record FoldStep;

/// <summary>A register comes in.</summary>
public sealed record RegisterStep(int SessionNumber, int ReceivedMinute, IReadOnlyList<DecodedMark> Marks) : FoldStep;

/// <summary>The roll states a pupil's stay, for the first time or anew; or takes it back.</summary>
public sealed record RollStep(string Pupil, DateOnly Entry, DateOnly? Leaving, bool Removed) : FoldStep
{
    public bool Includes(DateOnly date) => !Removed && date >= Entry && !(date > Leaving);
}

/// <summary>The fold runs at this moment.</summary>
public sealed record FoldNow : FoldStep;
