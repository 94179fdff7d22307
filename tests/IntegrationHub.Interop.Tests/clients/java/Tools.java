import com.google.gson.Gson;
import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import grpc.health.v1.HealthGrpc;
import grpc.health.v1.HealthGrpc.HealthBlockingStub;
import grpc.health.v1.HealthOuterClass.HealthCheckRequest;
import grpc.reflection.v1.Reflection.ServerReflectionRequest;
import grpc.reflection.v1.Reflection.ServerReflectionResponse;
import grpc.reflection.v1.Reflection.ServiceResponse;
import grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What ordinary gRPC tools ask a server: whether it is well, and what it serves.
 *
 * <p>usage: java Tools HOST:PORT
 */
final class Tools {
    private static final String SERVICE = "integrationhub.registers.v1.RegisterIngestService";

    private Tools() {}

    public static void main(String[] arguments) throws Exception {
        ManagedChannel channel = Hub.connect(arguments[0]);
        try {
            Map<String, Object> facts = new LinkedHashMap<>();
            HealthBlockingStub health = Hub.calling(HealthGrpc.newBlockingStub(channel));
            facts.put("hub", check(health, ""));
            facts.put("service", check(health, SERVICE));
            facts.put("unknown", check(health, "a.v1.Stranger"));
            facts.put("watched", watch(health, ""));
            facts.put("watched_unknown", watch(health, "a.v1.Stranger"));
            addContracts(channel, facts);
            System.out.println(new Gson().toJson(facts));
        } finally {
            channel.shutdownNow();
        }
    }

    private static String check(HealthBlockingStub stub, String service) {
        try {
            return stub.check(HealthCheckRequest.newBuilder().setService(service).build()).getStatus().name();
        } catch (StatusRuntimeException error) {
            return error.getStatus().getCode().name();
        }
    }

    private static String watch(HealthBlockingStub stub, String service) throws Exception {
        // A blocking call is ended by ending the context that it runs in.
        try (Context.CancellableContext watching = Context.current().withCancellation()) {
            return watching.call(() ->
                stub.watch(HealthCheckRequest.newBuilder().setService(service).build()).next().getStatus().name());
        }
    }

    private static void addContracts(ManagedChannel channel, Map<String, Object> facts) throws Exception {
        List<ServerReflectionResponse> answers = ask(channel,
            ServerReflectionRequest.newBuilder().setListServices("").build(),
            ServerReflectionRequest.newBuilder().setFileContainingSymbol(SERVICE).build(),
            ServerReflectionRequest.newBuilder().setFileByFilename("a/stranger.proto").build());
        List<FileDescriptorProto> files = new ArrayList<>();
        for (ByteString file : answers.get(1).getFileDescriptorResponse().getFileDescriptorProtoList())
            files.add(FileDescriptorProto.parseFrom(file));
        facts.put("services", answers.get(0).getListServicesResponse().getServiceList().stream().map(ServiceResponse::getName).toArray());
        facts.put("files", files.stream().map(FileDescriptorProto::getName).toArray());
        facts.put("calls", files.get(0).getService(0).getMethodList().stream().map(x -> x.getName()).toArray());
        facts.put("stranger", answers.get(2).getErrorResponse().getErrorCode());
    }

    /** One answer for each question, in order. */
    private static List<ServerReflectionResponse> ask(ManagedChannel channel, ServerReflectionRequest... questions) throws Exception {
        List<ServerReflectionResponse> answers = new ArrayList<>();
        CompletableFuture<List<ServerReflectionResponse>> ended = new CompletableFuture<>();
        StreamObserver<ServerReflectionRequest> asking = Hub.calling(ServerReflectionGrpc.newStub(channel))
            .serverReflectionInfo(new StreamObserver<>() {
                @Override
                public void onNext(ServerReflectionResponse answer) {
                    answers.add(answer);
                }

                @Override
                public void onError(Throwable error) {
                    ended.completeExceptionally(error);
                }

                @Override
                public void onCompleted() {
                    ended.complete(answers);
                }
            });
        for (ServerReflectionRequest question : questions)
            asking.onNext(question);
        asking.onCompleted();
        return ended.get();
    }
}
