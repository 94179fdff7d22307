import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import integrationhub.feed.v1.Feed.FeedReceipt;
import integrationhub.registers.v1.RegisterIngest.RegisterMark;
import integrationhub.registers.v1.RegisterIngest.RegisterSubmission;
import integrationhub.registers.v1.RegisterIngest.SchoolSession;
import integrationhub.type.v1.DateOuterClass.Date;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.MetadataUtils;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import richstatus.ErrorInfo;
import richstatus.Status;

/** What each of the programs here needs: a channel, who is calling, a register, and the reason in an error. */
final class Hub {
    static final String SCHOOL = "900001";
    private static final List<String> PUPILS = List.of("p1", "p2", "p3", "p4", "p5");
    private static final List<String> CODES = List.of("/", "L", "I", "O", "B");
    private static final Metadata.Key<byte[]> DETAILS = Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

    private Hub() {}

    static ManagedChannel connect(String address) {
        return NettyChannelBuilder.forTarget(address).usePlaintext().build();
    }

    /**
     * Names the calling system, which is kept for ever: writers, their sequences and their submission ids belong to it. And sets a
     * deadline, so that nothing hangs when the hub or the network does. A feed that stays open all day has none; there, three
     * heartbeat intervals without a message mean that the connection is gone.
     */
    static <T extends AbstractStub<T>> T calling(T stub) {
        Metadata caller = new Metadata();
        caller.put(Metadata.Key.of("hub-system", Metadata.ASCII_STRING_MARSHALLER), "mis-java");
        return stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(caller)).withDeadlineAfter(60, TimeUnit.SECONDS);
    }

    /** The morning register of a day in September 2021, with an id that it keeps however often it is sent. */
    static RegisterSubmission register(int day, String school) {
        RegisterSubmission.Builder register = RegisterSubmission.newBuilder()
            .setSubmissionId(UUID.randomUUID().toString())
            .setSchoolUrn(school)
            .setSessionDate(Date.newBuilder().setYear(2021).setMonth(9).setDay(day))
            .setSession(SchoolSession.SCHOOL_SESSION_AM);
        for (int i = 0; i < PUPILS.size(); i++)
            register.addMarks(RegisterMark.newBuilder().setMisPupilId(PUPILS.get(i)).setCode(CODES.get((day + i) % CODES.size())));
        return register.build();
    }

    /** The detail of a kind that an error carries in its trailer, or the default. */
    @SuppressWarnings("unchecked")
    static <T extends Message> T detailsOf(StatusRuntimeException error, T kind) throws InvalidProtocolBufferException {
        Metadata trailers = error.getTrailers();
        byte[] bytes = trailers == null ? null : trailers.get(DETAILS);
        for (Any detail : bytes == null ? List.<Any>of() : Status.parseFrom(bytes).getDetailsList())
            if (detail.is(kind.getClass()))
                return (T) detail.unpack(kind.getClass());
        return kind;
    }

    static Map<String, Object> factsOf(StatusRuntimeException error) throws InvalidProtocolBufferException {
        ErrorInfo info = detailsOf(error, ErrorInfo.getDefaultInstance());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("code", error.getStatus().getCode().name());
        facts.put("reason", info.getReason());
        facts.put("metadata", info.getMetadataMap());
        return facts;
    }

    static Map<String, Object> factsOf(FeedReceipt receipt) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", receipt.getSubmissionId());
        facts.put("sequence", receipt.getSequence());
        if (receipt.hasRefused()) {
            facts.put("reason", receipt.getRefused().getReason());
            facts.put("field", receipt.getRefused().getField());
        } else {
            facts.put("position", receipt.getAccepted().getPosition());
            facts.put("duplicate", receipt.getAccepted().getDuplicate());
        }
        return facts;
    }
}
