using Grpc.Core;
using IntegrationHub.Contracts.Quarantine.V1;
using IntegrationHub.Domain;
using static IntegrationHub.Server.Tests.Registers.RegisterBuilder;

namespace IntegrationHub.Server.Tests.Quarantine;

/// <summary>A school's system sends a code that no code set has, and the school says what it means.</summary>
public sealed class CodeMappingTests : QuarantineFixture
{
    [Fact]
    public async Task UnknownCode_IsListedWithTheCode_AndCountsOnceItIsMapped()
    {
        var receipt = await SendAsync(Mark("p1", "I-C"), Mark("p2", "/"));
        receipt.Accepted.Notices.ShouldHaveSingleItem().Reason.ShouldBe(Reason.UnknownCode);
        var group = (await Quarantine.SummariseQuarantineAsync(new())).Groups.ShouldHaveSingleItem();
        (group.Kind, group.Scope, group.Reason, group.Code, group.ItemCount)
            .ShouldBe((QuarantineKind.Mark, "8512001", Reason.UnknownCode, "I-C", 1));
        var item = (await ItemsAsync()).ShouldHaveSingleItem();
        (item.Position, item.ItemIndex, item.Mark.MisPupilId, item.Mark.Code).ShouldBe((receipt.Accepted.Position, 0, "p1", "I-C"));
        (await MarksAsync(Ada)).ShouldBeEmpty();

        (await MapAsync("I-C", "I")).ResolvedCount.ShouldBe(1);
        (await MarksAsync(Ada)).ShouldBe([("I", "I-C")]);
        (await ItemsAsync()).ShouldBeEmpty();
        (await SendAsync(Mark("p1", "I-C"))).Accepted.Notices.ShouldBeEmpty();
    }

    [Fact]
    public async Task MappingChanged_SettlesEarlierMarksAnew_AndTakenBackHoldsThemAgain()
    {
        await SendAsync(Mark("p1", "I-C"));
        await MapAsync("I-C", "I");
        await MapAsync("I-C", "M");
        (await MarksAsync(Ada)).ShouldBe([("M", "I-C")]);
        await MapAsync("I-C", "");
        (await MarksAsync(Ada)).ShouldBeEmpty();
        (await ItemsAsync()).ShouldHaveSingleItem().Reason.ShouldBe(Reason.UnknownCode);
    }

    [Fact]
    public async Task MappingOfAllSchools_GivesWayToASchoolsOwn()
    {
        await SendAsync(Mark("p1", "I-C"));
        await ResolveAsync(x => x.MapCode = new() { SourceCode = "I-C", Code = "M" });
        (await MarksAsync(Ada)).ShouldBe([("M", "I-C")]);
        await MapAsync("I-C", "I");
        (await MarksAsync(Ada)).ShouldBe([("I", "I-C")]);
    }

    [Fact]
    public async Task SubCode_CountsAsItsCode_AndIsKept_UnlessTheSchoolMeansAnother()
    {
        (await SendAsync(Mark("p1", "X05"), Mark("p2", "i02"))).Accepted.Notices.ShouldBeEmpty();
        (await MarksAsync(Ada)).ShouldBe([("X", "X05")]);
        (await MarksAsync(Ben)).ShouldBe([("I", "i02")]);

        await MapAsync("X05", "O");
        (await MarksAsync(Ada)).ShouldBe([("O", "X05")]);
        await MapAsync("X05", "");
        (await MarksAsync(Ada)).ShouldBe([("X", "X05")]);
    }

    [Theory]
    [InlineData("I", "M", Reason.CodeIsStatutory, "map_code.source_code")]
    [InlineData("-", "M", Reason.CodeIsStatutory, "map_code.source_code")]
    [InlineData("", "M", Reason.InvalidArgument, "map_code.source_code")]
    [InlineData("I-C", "ZZ", Reason.UnknownCode, "map_code.code")]
    public async Task MappingThatCannotBe_IsRefused(string from, string to, string reason, string field)
    {
        var error = await Should.ThrowAsync<RpcException>(MapAsync(from, to));
        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        var status = Client.RichStatus.Of(error);
        (status.Reason, status.FieldViolations.Single().Field).ShouldBe((reason, field));
    }

    [Fact]
    public async Task MappingNotThere_CannotBeTakenBack()
    {
        var error = await Should.ThrowAsync<RpcException>(MapAsync("I-C", ""));
        Client.RichStatus.Of(error).Reason.ShouldBe(Reason.MendUnknown);
    }
}
