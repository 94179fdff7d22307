import com.google.gson.Gson;
import integrationhub.registers.v1.RegisterIngest.RegisterSubmission;
import integrationhub.registers.v1.RegisterIngest.SubmitRegisterRequest;
import integrationhub.registers.v1.RegisterIngestServiceGrpc;
import integrationhub.registers.v1.RegisterIngestServiceGrpc.RegisterIngestServiceBlockingStub;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import richstatus.BadRequest;

/**
 * One register without a stream: sent twice it counts once, and both ways of being turned down are read.
 *
 * <p>usage: java Register HOST:PORT
 */
final class Register {
    private static final String WRITER = "school-900001";

    private Register() {}

    public static void main(String[] arguments) throws Exception {
        ManagedChannel channel = Hub.connect(arguments[0]);
        try {
            RegisterIngestServiceBlockingStub stub = Hub.calling(RegisterIngestServiceGrpc.newBlockingStub(channel));
            RegisterSubmission register = Hub.register(6, Hub.SCHOOL);
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("receipts", List.of(
                submit(stub, register, WRITER), submit(stub, register, WRITER), submit(stub, Hub.register(7, "999999"), WRITER)));
            facts.put("error", refused(stub));
            System.out.println(new Gson().toJson(facts));
        } finally {
            channel.shutdownNow();
        }
    }

    private static Map<String, Object> submit(RegisterIngestServiceBlockingStub stub, RegisterSubmission register, String writer) {
        SubmitRegisterRequest request = SubmitRegisterRequest.newBuilder().setWriterId(writer).setRegister(register).build();
        return Hub.factsOf(stub.submitRegister(request).getReceipt());
    }

    private static Map<String, Object> refused(RegisterIngestServiceBlockingStub stub) throws Exception {
        try {
            return submit(stub, Hub.register(8, Hub.SCHOOL), "no spaces, please");
        } catch (StatusRuntimeException error) {
            Map<String, Object> facts = Hub.factsOf(error);
            BadRequest request = Hub.detailsOf(error, BadRequest.getDefaultInstance());
            facts.put("fields", request.getFieldViolationsList().stream().map(BadRequest.FieldViolation::getField).toArray());
            return facts;
        }
    }
}
