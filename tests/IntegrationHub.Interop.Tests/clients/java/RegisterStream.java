import integrationhub.feed.v1.Feed.FeedOpening;
import integrationhub.feed.v1.Feed.FeedReceipt;
import integrationhub.registers.v1.RegisterIngest.RegisterSubmission;
import integrationhub.registers.v1.RegisterIngest.SequencedRegister;
import integrationhub.registers.v1.RegisterIngest.SubmitRegistersRequest;
import integrationhub.registers.v1.RegisterIngest.SubmitRegistersResponse;
import integrationhub.registers.v1.RegisterIngestServiceGrpc.RegisterIngestServiceStub;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** One stream of one writer. The opening goes first, and the acceptance says where to go on. */
final class RegisterStream implements ClientResponseObserver<SubmitRegistersRequest, SubmitRegistersResponse> {
    // A message, or a Status when the stream has ended: what has come waits here for whoever asks.
    private final BlockingQueue<Object> incoming = new LinkedBlockingQueue<>();
    private ClientCallStreamObserver<SubmitRegistersRequest> outgoing;
    private StatusRuntimeException fault;
    final long watermark;

    RegisterStream(RegisterIngestServiceStub stub, String writer) throws InterruptedException {
        stub.submitRegisters(this);
        outgoing.onNext(SubmitRegistersRequest.newBuilder().setOpening(FeedOpening.newBuilder().setWriterId(writer)).build());
        watermark = next().getAcceptance().getWatermark();
    }

    /** A program that sends much waits for isReady: the hub reads no further than it has promised. */
    void send(long sequence, RegisterSubmission register) {
        SequencedRegister submission = SequencedRegister.newBuilder().setSequence(sequence).setRegister(register).build();
        outgoing.onNext(SubmitRegistersRequest.newBuilder().setSubmission(submission).build());
    }

    /** The next receipt. Heartbeats may come in between. */
    FeedReceipt receipt() throws InterruptedException {
        while (true) {
            SubmitRegistersResponse message = next();
            if (message.hasReceipt())
                return message.getReceipt();
        }
    }

    /** Closes this side and reads to the end, which is the hub's OK. */
    Status.Code finish() throws InterruptedException {
        outgoing.onCompleted();
        while (true)
            if (incoming.take() instanceof Status status)
                return status.getCode();
    }

    private SubmitRegistersResponse next() throws InterruptedException {
        if (incoming.take() instanceof SubmitRegistersResponse message)
            return message;
        throw fault == null ? Status.CANCELLED.withDescription("the feed has ended").asRuntimeException() : fault;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<SubmitRegistersRequest> stream) {
        outgoing = stream;
    }

    @Override
    public void onNext(SubmitRegistersResponse message) {
        incoming.add(message);
    }

    @Override
    public void onError(Throwable error) {
        fault = (StatusRuntimeException) error;
        incoming.add(fault.getStatus());
    }

    @Override
    public void onCompleted() {
        incoming.add(Status.OK);
    }
}
