using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using IntegrationHub.Contracts.Reflection.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Domain;
using Microsoft.Extensions.Hosting;

namespace IntegrationHub.Server.Tests.Reflection;

public sealed class ReflectionTests : IAsyncLifetime
{
    private const string FeedFile = "integrationhub/feed/v1/feed.proto";

    // Long past what any answer takes: a stream that nobody ends ends here.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private TestHub _hub = null!;
    private AsyncDuplexStreamingCall<ServerReflectionRequest, ServerReflectionResponse> _call = null!;

    public async Task InitializeAsync()
    {
        _hub = await TestHub.StartAsync();
        _call = new ServerReflection.ServerReflectionClient(_hub.Channel).ServerReflectionInfo(deadline: DateTime.UtcNow + Patience);
    }

    public Task DisposeAsync()
    {
        _call.Dispose();
        return _hub.DisposeAsync().AsTask();
    }

    [Fact]
    public async Task ListServices_NamesEveryServiceOnce() =>
        (await AskAsync(new() { ListServices = "" })).ListServicesResponse.Service.Select(x => x.Name).ShouldBe(ServedContracts.Names);

    [Fact]
    public async Task FileContainingSymbol_EachService_GivesItsFileWithAllItImports()
    {
        foreach (var service in ServedContracts.Services)
        {
            var files = await FilesAsync(new() { FileContainingSymbol = service.FullName });
            files[0].Name.ShouldBe(service.File.Name);
            // Building fails when an import is missing, comes twice, or is not what was compiled.
            var built = FileDescriptor.BuildFromByteStrings(ImportsFirst(files).Select(x => x.ToByteString()));
            built[^1].Services.Single(x => x.FullName == service.FullName).Methods.Select(x => x.Name)
                .ShouldBe(service.Methods.Select(x => x.Name));
        }
    }

    [Theory]
    [InlineData("integrationhub.registers.v1.RegisterIngestService.SubmitRegisters", "integrationhub/registers/v1/register_ingest.proto")]
    [InlineData("integrationhub.feed.v1.FeedReceipt", FeedFile)]
    [InlineData("integrationhub.feed.v1.NoticeOutcome", FeedFile)]
    [InlineData("grpc.health.v1.HealthCheckResponse.ServingStatus", "grpc/health/v1/health.proto")]
    [InlineData("google.protobuf.Timestamp", "google/protobuf/timestamp.proto")]
    public async Task FileContainingSymbol_CallMessageOrEnumeration_GivesItsFile(string symbol, string file) =>
        (await FilesAsync(new() { FileContainingSymbol = symbol }))[0].Name.ShouldBe(file);

    [Fact]
    public async Task FileByFilename_GivesTheFileAsCompiled() =>
        (await AskAsync(new() { FileByFilename = FeedFile })).FileDescriptorResponse.FileDescriptorProto[0]
            .ShouldBe(Contracts.Feed.V1.FeedReflection.Descriptor.SerializedData);

    [Fact]
    public async Task AllExtensionNumbersOfType_Message_HasNone()
    {
        var answer = (await AskAsync(new() { AllExtensionNumbersOfType = "integrationhub.feed.v1.FeedReceipt" })).AllExtensionNumbersResponse;
        (answer.BaseTypeName, answer.ExtensionNumber.Count).ShouldBe(("integrationhub.feed.v1.FeedReceipt", 0));
    }

    [Fact]
    public async Task Question_WithoutAnAnswer_IsToldAndTheStreamGoesOn()
    {
        await ShouldErrAsync(new() { FileByFilename = "a/stranger.proto" }, StatusCode.NotFound);
        await ShouldErrAsync(new() { FileContainingSymbol = "integrationhub.feed.v1" }, StatusCode.NotFound);
        await ShouldErrAsync(new() { AllExtensionNumbersOfType = RegisterIngestService.Descriptor.FullName }, StatusCode.NotFound);
        await ShouldErrAsync(
            new() { FileContainingExtension = new() { ContainingType = "integrationhub.feed.v1.FeedReceipt", ExtensionNumber = 100 } },
            StatusCode.NotFound);
        await ShouldErrAsync(new(), StatusCode.InvalidArgument);
        (await AskAsync(new() { ListServices = "" })).ListServicesResponse.Service.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Answer_RepeatsTheQuestionAndItsHost()
    {
        var question = new ServerReflectionRequest { Host = "hub.example", FileByFilename = FeedFile };
        var answer = await AskAsync(question);
        (answer.ValidHost, answer.OriginalRequest).ShouldBe(("hub.example", question));
    }

    [Fact]
    public async Task Stream_ToolHasNothingMoreToAsk_Ends()
    {
        await AskAsync(new() { ListServices = "" });
        await _call.RequestStream.CompleteAsync();
        (await _call.ResponseStream.MoveNext()).ShouldBeFalse();
    }

    [Fact]
    public async Task Stream_LeftOpen_DoesNotKeepTheHubFromClosing()
    {
        await AskAsync(new() { ListServices = "" });
        _hub.Service<IHostApplicationLifetime>().StopApplication();
        var ended = await Should.ThrowAsync<RpcException>(() => _call.ResponseStream.MoveNext());
        (ended.StatusCode, ended.ReasonOf()).ShouldBe((StatusCode.Unavailable, Reason.Draining));
    }

    private async Task<ServerReflectionResponse> AskAsync(ServerReflectionRequest question)
    {
        await _call.RequestStream.WriteAsync(question);
        (await _call.ResponseStream.MoveNext()).ShouldBeTrue();
        return _call.ResponseStream.Current;
    }

    private async Task<List<FileDescriptorProto>> FilesAsync(ServerReflectionRequest question) =>
        [.. (await AskAsync(question)).FileDescriptorResponse.FileDescriptorProto.Select(x => FileDescriptorProto.Parser.ParseFrom(x))];

    private async Task ShouldErrAsync(ServerReflectionRequest question, StatusCode code) =>
        ((StatusCode)(await AskAsync(question)).ErrorResponse.ErrorCode).ShouldBe(code);

    /// <summary>The files in an order in which each comes after all that it imports.</summary>
    private static List<FileDescriptorProto> ImportsFirst(List<FileDescriptorProto> files)
    {
        var ordered = new List<FileDescriptorProto>();
        Visit(files[0]);
        return ordered;

        void Visit(FileDescriptorProto file)
        {
            if (ordered.Contains(file))
                return;
            foreach (var import in file.Dependency)
                Visit(files.Single(x => x.Name == import));
            ordered.Add(file);
        }
    }
}
