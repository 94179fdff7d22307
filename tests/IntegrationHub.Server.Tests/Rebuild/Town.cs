using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Contracts.Quarantine.V1;
using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Server.Tests.Casework;
using static IntegrationHub.Server.Tests.Roll.RollBuilder;

namespace IntegrationHub.Server.Tests.Rebuild;

/// <summary>A town of two schools and two case systems that lives through every kind of thing that a journal can hold.</summary>
internal static class Town
{
    public const string Assignee = "Link co-ordinator North";

    public static readonly DateOnly EndOfTerm = new(2021, 12, 17);

    private static readonly DateOnly Autumn = new(2021, 9, 6);
    private static readonly DateOnly December = new(2021, 12, 10);

    /// <summary>Up to a restart in the middle of term.</summary>
    public static async Task PlayFirstHalfAsync(TownSender sender)
    {
        await SetUpAsync(sender);
        await sender.RollsAsync(Whole(NorthUrn, Autumn, Records(30)));
        await sender.RollsAsync(Whole(
            SouthUrn, Autumn, Record("s1", Upn(101)), Record("s2", born: Born.AddDays(7)), Record("s3", WrongLetter(103)), NewArrival("s4")));
        await sender.CasesAsync(CaseBuilder.Whole(CaseBuilder.SocialCare, Autumn, [.. Children(20), .. Leads(2, 12), CaseBuilder.Plan("plan-1", "c2", "c3")]));
        await sender.CasesAsync(CaseBuilder.Whole(CaseBuilder.EarlyHelp, Autumn, CaseBuilder.Child("e1", Upn(40)), Nameless("e2")));
        await TownRegisters.SendAsync(sender);
        await sender.FoldAsync();
        await sender.RollChangeAsync(NorthUrn, Record("late-1", Upn(50)), Record("late-2", Upn(51)), NewArrival("faulty"));
        await sender.FoldAsync();
    }

    /// <summary>From the restart to the end of term, and a flag's life.</summary>
    public static async Task PlaySecondHalfAsync(TownSender sender)
    {
        await ChangeRollsAsync(sender);
        await ChangeCasesAsync(sender);
        await HoldSnapshotsAsync(sender);
        await DecideAsync(sender);
        await MendAsync(sender);
        await TownRegisters.CorrectAsync(sender);
        await sender.ReconcileAsync(EndOfTerm.AddDays(-7));
        await sender.ReconcileAsync();
    }

    private static async Task SetUpAsync(TownSender sender)
    {
        await sender.SchoolsAsync(School(NorthUrn, North, "North"), School(SouthUrn, South, "South"), School(12, South, "No URN"));
        await sender.SchoolsAsync(School(900003, North, "North Academy", new(2022, 1, 1)));
        await sender.Operations.ApplyCalendarAsync(new()
        {
            RequestId = TownSender.NewId(),
            Terms =
            {
                new Term { DisplayName = "Autumn", StartDate = Date(new(2021, 9, 1)), EndDate = Date(EndOfTerm) },
                new Term { DisplayName = "Backwards", StartDate = Date(EndOfTerm), EndDate = Date(Autumn) },
            },
            Closures = { new Closure { Kind = "INSET", StartDate = Date(new(2021, 9, 1)), EndDate = Date(new(2021, 9, 2)) } },
            Openings = { new Opening { StartDate = Date(new(2021, 9, 1)), EndDate = Date(EndOfTerm), Day = WeekendDay.Saturday } },
        });
        await sender.Operations.ApplySourcesAsync(new()
        {
            RequestId = TownSender.NewId(),
            Sources = { Source(CaseBuilder.SocialCare), Source(CaseBuilder.EarlyHelp), Source("No Id") },
        });
    }

    /// <summary>Moves between schools, two records that turn out to be one child, a new UPN, an identifier used again.</summary>
    private static async Task ChangeRollsAsync(TownSender sender)
    {
        await sender.RollChangeAsync(NorthUrn, Record("p5", Upn(5), Born.AddDays(5), leaving: December));
        await sender.RollChangeAsync(SouthUrn, Record("s5", Upn(5), Born.AddDays(5), entry: December.AddDays(3)));
        await sender.RollChangeAsync(SouthUrn, Record("s2", Upn(7), Born.AddDays(7)));
        var renumbered = Record("p8", Upn(80), Born.AddDays(8));
        renumbered.FormerUpns.Add(Upn(8));
        await sender.RollChangeAsync(NorthUrn, renumbered, Record("p9", Upn(90), Born.AddDays(900), entry: December));
        var removed = Record("mistake", Upn(60));
        await sender.RollChangeAsync(NorthUrn, removed);
        removed.Removed = true;
        await sender.RollChangeAsync(NorthUrn, removed);
    }

    private static async Task ChangeCasesAsync(TownSender sender)
    {
        await sender.CaseChangeAsync(CaseBuilder.Delta(CaseBuilder.SocialCare, CaseBuilder.Child("c9", Upn(9), Born.AddDays(9)), Nameless("c99")));
        await sender.CaseChangeAsync(CaseBuilder.Delta(CaseBuilder.SocialCare, CaseBuilder.Child("c10", Upn(11), Born.AddDays(11))));
        await sender.CaseChangeAsync(CaseBuilder.Delta(CaseBuilder.SocialCare, CaseBuilder.Removal(CaseRecordKind.Child, "c3")));
        await sender.CaseChangeAsync(CaseBuilder.Delta(CaseBuilder.EarlyHelp, CaseBuilder.Lead("e-lead", "e1", "W9", end: December)));
        // Most of the leads are left out: it is held, and nobody approves it.
        await sender.CasesAsync(CaseBuilder.Whole(CaseBuilder.SocialCare, December, [.. Children(20), .. Leads(2, 3)]));
    }

    /// <summary>One snapshot given up, one that a later one overtakes, one that is approved, and one whose count is wrong.</summary>
    private static async Task HoldSnapshotsAsync(TownSender sender)
    {
        await sender.RollsAsync(Begin(NorthUrn, Guid.NewGuid(), December));
        await sender.RollsAsync(Whole(NorthUrn, December, Records(10)));
        await sender.RollsAsync(Whole(NorthUrn, December, [.. Records(30), Record("late-1", Upn(50)), Record("late-2", Upn(51))]));
        await sender.RollsAsync(Whole(NorthUrn, December, Records(15)));
        foreach (var held in (await sender.Operations.ListHeldSnapshotsAsync(new())).Snapshots.Where(x => x.Scope.StartsWith("ROLL", StringComparison.Ordinal)))
            await sender.ApproveAsync(held.SnapshotId);
        var id = Guid.NewGuid();
        await sender.RollsAsync(Begin(SouthUrn, id, December), Part(SouthUrn, id, Record("s1", Upn(101))), End(SouthUrn, id, 2));
    }

    /// <summary>People acknowledge and assign; a child leaves, and a flag closes.</summary>
    private static async Task DecideAsync(TownSender sender)
    {
        await sender.ReconcileAsync();
        var flags = (await sender.Coverage.ListFlagsAsync(new())).Flags;
        flags.Count.ShouldBeGreaterThan(2);
        await sender.Coverage.UpdateFlagAsync(new() { RequestId = TownSender.NewId(), FlagId = flags[0].FlagId, Acknowledge = new() { Note = "Asked" } });
        await sender.Coverage.UpdateFlagAsync(new() { RequestId = TownSender.NewId(), FlagId = flags[1].FlagId, Assign = new() { Assignee = Assignee } });
        await sender.CaseChangeAsync(CaseBuilder.Delta(CaseBuilder.SocialCare, CaseBuilder.Lead("i1", "c1", "W1"), CaseBuilder.Plan("plan-2", "c1")));
        await sender.RollChangeAsync(NorthUrn, Record("p1", Upn(1), Born.AddDays(1), leaving: EndOfTerm.AddDays(-1)));
    }

    /// <summary>What a code and an identifier mean, and a mark that nobody can place.</summary>
    private static async Task MendAsync(TownSender sender)
    {
        await sender.MendAsync(x => x.MapCode = new() { SchoolLaestab = $"{North}", SourceCode = "?!", Code = "O" });
        await sender.MendAsync(x => x.CorrectIdentifier = new() { SchoolLaestab = $"{North}", SentUpn = "A12", MeantMisPupilId = "p7" });
        var pending = (await sender.Quarantine.ListQuarantineAsync(new() { Filter = new() { Kinds = { QuarantineKind.PendingMark } } })).Items;
        await sender.MendAsync(x => x.Discard = new() { ItemIds = { pending.Single(mark => mark.Mark.MisPupilId == "nobody").ItemId } });
    }

    private static CaseRecord[] Children(int count) =>
        [.. Enumerable.Range(1, count).Select(x => CaseBuilder.Child($"c{x}", Upn(x), Born.AddDays(x)))];

    private static CaseRecord[] Leads(int first, int last) =>
        [.. Enumerable.Range(first, last - first + 1).Select(x => CaseBuilder.Lead($"i{x}", $"c{x}", $"W{x}"))];

    /// <summary>A child whom a record does not name: it is held.</summary>
    private static CaseRecord Nameless(string id) => new() { Child = new() { SourceChildId = id } };

    private static RollRecord NewArrival(string misPupilId) => new() { MisPupilId = misPupilId, EntryDate = Date(Entry) };

    private static School School(int urn, int laestab, string name, DateOnly? opens = null) => new()
    {
        Urn = $"{urn}",
        Laestab = $"{laestab}",
        DisplayName = name,
        Phase = "Primary",
        OpenDate = opens is { } date ? Date(date) : null,
    };

    private static SourceDeclaration Source(string id) => new()
    {
        SourceId = id,
        SourceKind = "SOCIAL_CARE",
        DisplayName = id,
        CarriesLeads = true,
        CarriesPlans = true,
        IntervalDays = 30,
        Required = id == CaseBuilder.SocialCare,
    };
}
