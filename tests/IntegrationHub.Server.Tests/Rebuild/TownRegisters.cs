using Google.Protobuf.WellKnownTypes;
using IntegrationHub.Contracts.Registers.V1;
using static IntegrationHub.Server.Tests.Registers.RegisterBuilder;

namespace IntegrationHub.Server.Tests.Rebuild;

/// <summary>The registers of a town: twelve days of two schools, with all that goes wrong in registers.</summary>
internal static class TownRegisters
{
    /// <summary>A register that every test of a resend may send again.</summary>
    public static RegisterSubmission Resent { get; } = WithId("7b1a1f44-2f60-4c58-8f0e-5d3a0f6f7c11", Of(Monday, SchoolSession.Am, North(1)));

    public static async Task SendAsync(TownSender sender)
    {
        await sender.RegisterAsync(Resent);
        for (var i = 0; i < 12; i++)
        {
            var day = Monday.AddDays((i / 5 * 7) + (i % 5));
            await sender.RegistersAsync(
                Of(day, SchoolSession.Am, North(i)), Of(day, SchoolSession.Pm, North(i)), Of(day, SchoolSession.Am, South(), 900002));
        }
        await SendFaultyAsync(sender);
    }

    /// <summary>Entries amended by later ones, by earlier ones that come late, and taken back.</summary>
    public static async Task CorrectAsync(TownSender sender)
    {
        var amended = Mark("p1", "I", At(12));
        amended.Amendment = new() { OriginalCode = "O", Reason = "Telephoned", AmendedBy = "office" };
        await sender.RegisterAsync(Of(Monday, SchoolSession.Am, [amended, Mark("p2", "M", At(13))]));
        await sender.RegisterAsync(Of(Monday, SchoolSession.Am, [Mark("p1", "L", At(11)), Mark("p2", "C", At(14))]));
        var withdrawn = new RegisterMark { MisPupilId = "p3", Withdrawn = true, RecordTime = Timestamp.FromDateTime(At(15)) };
        await sender.RegisterAsync(Of(Monday, SchoolSession.Am, [withdrawn, Late("p6", 5)]));
        await sender.RegisterAsync(Resent);
    }

    private static async Task SendFaultyAsync(TownSender sender)
    {
        await sender.RegisterAsync(Of(Monday, SchoolSession.Pm, [Mark("p1", "?!"), new RegisterMark { Upn = "A12", Code = "/" }, Mark("nobody", "O")]));
        (await sender.RegisterAsync(Of(Monday, SchoolSession.Am, []))).Refused.ShouldNotBeNull();
        (await sender.RegisterAsync(Of(Monday, SchoolSession.Am, North(1), 999999))).Refused.ShouldNotBeNull();
        (await sender.RegisterAsync(WithId(Resent.SubmissionId, Of(Monday, SchoolSession.Am, North(2))))).Refused.ShouldNotBeNull();
    }

    /// <summary>Four children hardly come; one is late, one has a code of the system's own, two are on no roll yet.</summary>
    private static RegisterMark[] North(int day)
    {
        var marks = Enumerable.Range(1, 30).Select(x => Mark($"p{x}", x <= 4 && day > 1 ? "O" : "/")).ToList();
        marks[4] = Late("p5", 10 + day);
        marks[5].SourceCode = "S1";
        marks.Add(Mark("late-1", "O"));
        marks.Add(new RegisterMark { Upn = Roll.RollBuilder.Upn(51), Code = "/" });
        return [.. marks];
    }

    private static RegisterMark[] South() => [Mark("s1", "/"), Mark("s2", "O"), Mark("s3", "N"), Mark("s4", "/")];

    private static RegisterMark Late(string misPupilId, int minutes)
    {
        var mark = Mark(misPupilId, "L");
        mark.MinutesLate = minutes;
        return mark;
    }

    private static DateTime At(int hour) => new(2021, 9, 13, hour, 0, 0, DateTimeKind.Utc);

    private static RegisterSubmission Of(DateOnly date, SchoolSession session, RegisterMark[] marks, int urn = Urn)
    {
        var register = Register(date, session, marks);
        register.SchoolUrn = $"{urn}";
        return register;
    }

    private static RegisterSubmission WithId(string id, RegisterSubmission register)
    {
        register.SubmissionId = id;
        return register;
    }
}
