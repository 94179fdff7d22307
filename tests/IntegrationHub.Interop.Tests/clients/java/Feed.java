import com.google.gson.Gson;
import integrationhub.registers.v1.RegisterIngest.GetWriterCheckpointRequest;
import integrationhub.registers.v1.RegisterIngest.RegisterSubmission;
import integrationhub.registers.v1.RegisterIngestServiceGrpc;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A writer's day: registers go out, one is refused, a number is skipped, the line breaks, and nothing is lost or counted twice.
 *
 * <p>usage: java Feed HOST:PORT
 */
final class Feed {
    private static final String WRITER = "school-900001";

    private final String address;
    private ManagedChannel channel;
    private final List<Map<String, Object>> receipts = new ArrayList<>();
    private final Map<String, Object> facts = new LinkedHashMap<>(Map.of("receipts", receipts));

    private Feed(String address) {
        this.address = address;
        channel = Hub.connect(address);
    }

    public static void main(String[] arguments) throws Exception {
        Feed feed = new Feed(arguments[0]);
        try {
            feed.sendAndBeRefused();
            feed.breakOffAndResume();
            System.out.println(new Gson().toJson(feed.facts));
        } finally {
            feed.channel.shutdownNow();
        }
    }

    private void sendAndBeRefused() throws Exception {
        RegisterStream stream = open();
        facts.put("first_watermark", stream.watermark);
        List<RegisterSubmission> unsent = List.of(
            Hub.register(6, Hub.SCHOOL), Hub.register(7, Hub.SCHOOL), Hub.register(8, Hub.SCHOOL), Hub.register(9, "999999"));
        for (int i = 0; i < unsent.size(); i++)
            stream.send(i + 1, unsent.get(i));
        for (int i = 0; i < unsent.size(); i++)
            receipts.add(Hub.factsOf(stream.receipt()));
        stream.send(9, Hub.register(17, Hub.SCHOOL));
        try {
            stream.receipt();
        } catch (StatusRuntimeException error) {
            facts.put("gap", Hub.factsOf(error));
        }
    }

    private void breakOffAndResume() throws Exception {
        RegisterStream stream = open();
        facts.put("second_watermark", stream.watermark);
        // What is kept until its receipt has come: here it never comes, because the line breaks.
        Map<Long, RegisterSubmission> unreceipted = new LinkedHashMap<>();
        for (int day : new int[] {10, 13, 14, 15, 16})
            unreceipted.put(5L + unreceipted.size(), Hub.register(day, Hub.SCHOOL));
        for (long sequence = 5; sequence <= 7; sequence++)
            stream.send(sequence, unreceipted.get(sequence));
        waitFor(7);
        for (long sequence = 8; sequence <= 9; sequence++)
            stream.send(sequence, unreceipted.get(sequence));
        // The whole connection goes, and with it the stream. To cancel just the call right after a write makes this version of
        // grpc-java send the write after the cancellation, and the hub then closes the connection anyway.
        channel.shutdownNow();
        channel = Hub.connect(address);

        // Whatever the watermark says, each goes out again under the sequence and the id that it had.
        RegisterStream resumed = open();
        facts.put("resumed_at", resumed.watermark);
        unreceipted.forEach(resumed::send);
        for (int i = 0; i < unreceipted.size(); i++)
            receipts.add(Hub.factsOf(resumed.receipt()));
        facts.put("end", resumed.finish().name());
        facts.put("last_watermark", checkpoint());
    }

    /** Lets the hub store that much, so that some receipts are surely lost with the line. */
    private void waitFor(long watermark) {
        for (int asked = 0; asked < 1000; asked++)
            if (checkpoint() >= watermark)
                return;
        throw new IllegalStateException("watermark " + watermark + " was never reached");
    }

    private long checkpoint() {
        GetWriterCheckpointRequest request = GetWriterCheckpointRequest.newBuilder().setWriterId(WRITER).build();
        return Hub.calling(RegisterIngestServiceGrpc.newBlockingStub(channel)).getWriterCheckpoint(request).getWatermark();
    }

    private RegisterStream open() throws InterruptedException {
        return new RegisterStream(Hub.calling(RegisterIngestServiceGrpc.newStub(channel)), WRITER);
    }
}
