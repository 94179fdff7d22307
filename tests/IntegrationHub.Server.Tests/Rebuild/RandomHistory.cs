using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Contracts.Quarantine.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Server.Tests.Casework;
using IntegrationHub.Server.Tests.Registers;
using static IntegrationHub.Server.Tests.Roll.RollBuilder;

namespace IntegrationHub.Server.Tests.Rebuild;

/// <summary>A history of a small town, drawn from a seed: eight children whom two schools and a case system confuse at every turn.</summary>
/// <param name="watch">Looks at the hub after each step.</param>
internal sealed class RandomHistory(int seed, Func<TestHub, Task>? watch = null)
{
    private const int Steps = 45;
    private static readonly string[] Codes = ["/", "\\", "L", "O", "I", "C", "?!", "-"];
    private static readonly DateOnly AfterTheMarks = new(2021, 12, 1);

    private readonly Random _random = new(seed);
    private readonly List<RegisterSubmission> _sent = [];

    /// <summary>Lives through the history in a folder, with restarts.</summary>
    public async Task PlayAsync(string folder)
    {
        for (var begun = 0; begun < Steps;)
        {
            await using var hub = await TownFixture.StartAsync(folder);
            var sender = new TownSender(hub);
            if (begun == 0)
                await SetUpAsync(sender);
            do
            {
                await StepAsync(sender);
                if (watch is not null)
                    await watch(hub);
            }
            while (++begun < Steps && _random.Next(15) > 0);
        }
    }

    private static async Task SetUpAsync(TownSender sender)
    {
        await sender.SchoolsAsync(
            new School { Urn = $"{NorthUrn}", Laestab = $"{North}", DisplayName = "North" }, new School { Urn = $"{SouthUrn}", Laestab = $"{South}", DisplayName = "South" });
        var source = new SourceDeclaration
        {
            SourceId = CaseBuilder.SocialCare,
            SourceKind = "SOCIAL_CARE",
            DisplayName = "Social care",
            CarriesLeads = true,
            CarriesPlans = true,
            IntervalDays = 30,
        };
        await sender.Operations.ApplySourcesAsync(new() { RequestId = TownSender.NewId(), Sources = { source } });
    }

    private Task StepAsync(TownSender sender) => _random.Next(11) switch
    {
        0 or 1 => sender.RegisterAsync(Remember(Register())),
        2 => _sent.Count == 0 ? Task.CompletedTask : sender.RegisterAsync(_sent[_random.Next(_sent.Count)]),
        3 or 4 => sender.RollChangeAsync(SomeUrn(out var school), [.. Some(1, 4).Select(x => Pupil(x, school))]),
        5 => SendRollAsync(sender),
        6 => sender.CaseChangeAsync(CaseBuilder.Delta(CaseBuilder.SocialCare, [.. Some(1, 4).Select(CaseRecord)])),
        7 => sender.CasesAsync(CaseBuilder.Whole(CaseBuilder.SocialCare, AfterTheMarks, [.. Some(0, 8).SelectMany(x => CaseOf(x))])),
        8 => ApproveAsync(sender),
        9 => MendAsync(sender),
        _ => DecideAsync(sender),
    };

    private RegisterSubmission Remember(RegisterSubmission register)
    {
        _sent.Add(register);
        return register;
    }

    private RegisterSubmission Register()
    {
        var urn = SomeUrn(out var school);
        var register = RegisterBuilder.Register(
            RegisterBuilder.Monday.AddDays(_random.Next(3)), (SchoolSession)_random.Next(1, 3), [.. Some(1, 8).Select(x => Mark(x, school))]);
        register.SchoolUrn = $"{urn}";
        return register;
    }

    private RegisterMark Mark(int child, int school)
    {
        DateTime? at = _random.Next(2) == 0 ? null : new DateTime(2021, 9, 13, _random.Next(24), 0, 0, DateTimeKind.Utc);
        var mark = RegisterBuilder.Mark(MisId(child, school), Codes[_random.Next(Codes.Length)], at);
        mark.Withdrawn = _random.Next(12) == 0;
        if (_random.Next(5) == 0)
            mark.MinutesLate = _random.Next(60);
        if (_random.Next(4) == 0)
            mark.Upn = Upn(child);
        if (_random.Next(6) == 0)
            mark.Amendment = new() { OriginalCode = "N", Reason = "parent rang", AmendedBy = "T. Office" };
        return mark;
    }

    private Task<FeedReceipt> SendRollAsync(TownSender sender)
    {
        var urn = SomeUrn(out var school);
        var id = Guid.NewGuid();
        var records = Some(0, 8).Select(x => Pupil(x, school)).ToArray();
        RollSubmission[] parts = [Begin(urn, id, RegisterBuilder.Monday.AddDays(_random.Next(90)))];
        if (records.Length > 0)
            parts = [.. parts, Part(urn, id, records)];
        return _random.Next(6) == 0 ? sender.RollsAsync(parts) : sender.RollsAsync([.. parts, End(urn, id, records.Length + (_random.Next(8) == 0 ? 1 : 0))]);
    }

    private RollRecord Pupil(int child, int school)
    {
        var upn = _random.Next(5);
        var born = _random.Next(6) == 0 ? Born.AddDays(_random.Next(4)) : BornOf(child);
        var record = Record(
            MisId(child, school), upn == 0 ? "" : Upn(upn == 1 ? _random.Next(1, 9) : child), born,
            Entry.AddYears(_random.Next(2)), _random.Next(4) == 0 ? AfterTheMarks.AddDays(_random.Next(10)) : null);
        record.Restricted = _random.Next(8) == 0;
        if (_random.Next(10) == 0)
            record.Forename = "";
        record.Removed = _random.Next(8) == 0;
        if (_random.Next(4) == 0)
            record.LeavingDate = Date(RegisterBuilder.Monday.AddDays(_random.Next(3)));
        return record;
    }

    private CaseRecord CaseRecord(int child) => _random.Next(6) switch
    {
        0 => CaseBuilder.Removal((CaseRecordKind)_random.Next(1, 4), $"c{child}"),
        1 => CaseBuilder.Plan($"c{child}", $"c{child}", $"c{_random.Next(1, 9)}"),
        2 => CaseBuilder.Lead($"c{child}", $"c{child}", $"W{_random.Next(3)}"),
        _ => Child(child),
    };

    private CaseRecord[] CaseOf(int child) => _random.Next(2) == 0 ? [Child(child)] : [Child(child), CaseBuilder.Lead($"c{child}", $"c{child}", "W1")];

    private CaseRecord Child(int child) => CaseBuilder.Child($"c{child}", Upn(_random.Next(3) == 0 ? _random.Next(1, 9) : child), BornOf(child));

    private static async Task ApproveAsync(TownSender sender)
    {
        foreach (var held in (await sender.Operations.ListHeldSnapshotsAsync(new())).Snapshots.Take(1))
            await sender.ApproveAsync(held.SnapshotId);
    }

    /// <summary>Somebody says what a code or an identifier means, takes it back, or throws something away.</summary>
    private async Task MendAsync(TownSender sender)
    {
        _ = SomeUrn(out var school);
        switch (_random.Next(3))
        {
            case 0:
                await sender.MendAsync(x => x.MapCode = new() { SchoolLaestab = _random.Next(2) == 0 ? $"{school}" : "", SourceCode = "?!", Code = _random.Next(3) == 0 ? "" : "I" });
                break;
            case 1:
                await sender.MendAsync(x => x.CorrectIdentifier = Correction(school));
                break;
            default:
                var held = (await sender.Quarantine.ListQuarantineAsync(new() { Filter = new() { Kinds = { SomeKind() } } })).Items;
                if (held.Count > 0)
                    await sender.MendAsync(x => x.Discard = new() { ItemIds = { held[_random.Next(held.Count)].ItemId } });
                break;
        }
    }

    private IdentifierCorrection Correction(int school)
    {
        var correction = new IdentifierCorrection { SchoolLaestab = $"{school}", SentMisPupilId = MisId(_random.Next(1, 9), school) };
        if (_random.Next(3) > 0)
            correction.MeantMisPupilId = MisId(_random.Next(1, 9), school);
        return correction;
    }

    private QuarantineKind SomeKind() => (QuarantineKind)_random.Next(1, 5);

    private static async Task DecideAsync(TownSender sender)
    {
        await sender.ReconcileAsync();
        foreach (var flag in (await sender.Coverage.ListFlagsAsync(new() { PageSize = 1 })).Flags)
            await sender.Coverage.UpdateFlagAsync(new() { RequestId = TownSender.NewId(), FlagId = flag.FlagId, Acknowledge = new() });
    }

    /// <summary>Every second child is a twin.</summary>
    private static DateOnly BornOf(int child) => Born.AddDays(child / 2);

    private int SomeUrn(out int school)
    {
        school = _random.Next(2) == 0 ? North : South;
        return school == North ? NorthUrn : SouthUrn;
    }

    /// <summary>Some children, each once.</summary>
    private List<int> Some(int least, int most) => [.. Enumerable.Range(1, 8).OrderBy(_ => _random.Next()).Take(_random.Next(least, most + 1))];

    private static string MisId(int child, int school) => school == North ? $"p{child}" : $"s{child}";
}
