using Google.Protobuf.Reflection;
using Grpc.Core;
using IntegrationHub.Contracts.Reflection.V1;
using Question = IntegrationHub.Contracts.Reflection.V1.ServerReflectionRequest.MessageRequestOneofCase;

namespace IntegrationHub.Server.Reflection;

/// <summary>
/// Answers one question about the contracts. What the hub does not have is an answer too: a wrong name does not end the stream.
/// </summary>
internal sealed class ReflectionAnswers(ServedServices services, ContractFiles files)
{
    public ServerReflectionResponse Answer(ServerReflectionRequest request)
    {
        var response = request.MessageRequestCase switch
        {
            Question.ListServices => new() { ListServicesResponse = List() },
            Question.FileByFilename => OfFile(files.Named(request.FileByFilename), request.FileByFilename),
            Question.FileContainingSymbol => OfFile(files.Symbol(request.FileContainingSymbol)?.File, request.FileContainingSymbol),
            Question.AllExtensionNumbersOfType => NumbersOf(request.AllExtensionNumbersOfType),
            Question.FileContainingExtension => Error(StatusCode.NotFound, "The hub's contracts have no extensions."),
            _ => Error(StatusCode.InvalidArgument, "The request asks nothing."),
        };
        response.ValidHost = request.Host;
        response.OriginalRequest = request;
        return response;
    }

    private ListServiceResponse List() => new() { Service = { services.Descriptors.Select(x => new ServiceResponse { Name = x.FullName }) } };

    private static ServerReflectionResponse OfFile(FileDescriptor? file, string name) => file is null
        ? Unknown(name)
        : new() { FileDescriptorResponse = new() { FileDescriptorProto = { ContractFiles.WithImports(file).Select(x => x.SerializedData) } } };

    private ServerReflectionResponse NumbersOf(string type) => files.Symbol(type) is MessageDescriptor
        ? new() { AllExtensionNumbersResponse = new() { BaseTypeName = type } }
        : Unknown(type);

    private static ServerReflectionResponse Unknown(string name) => Error(StatusCode.NotFound, $"The hub's contracts hold no {name}.");

    private static ServerReflectionResponse Error(StatusCode code, string message) =>
        new() { ErrorResponse = new() { ErrorCode = (int)code, ErrorMessage = message } };
}
