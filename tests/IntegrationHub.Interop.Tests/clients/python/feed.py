"""A writer's day: registers go out, one is refused, a number is skipped, the line breaks, and nothing is lost or counted twice.

usage: feed.py HOST:PORT
"""
import json
import queue

import grpc

import hub
from integrationhub.feed.v1 import feed_pb2
from integrationhub.registers.v1 import register_ingest_pb2 as registers
from integrationhub.registers.v1 import register_ingest_pb2_grpc

WRITER = "school-900001"


class Feed:
    """One stream. The opening goes first, and the acceptance says where to go on."""

    def __init__(self, stub):
        self._outgoing = queue.SimpleQueue()
        self._call = stub.SubmitRegisters(iter(self._outgoing.get, None), timeout=hub.DEADLINE, metadata=hub.CALLER)
        self._outgoing.put(registers.SubmitRegistersRequest(opening=feed_pb2.FeedOpening(writer_id=WRITER)))
        self.watermark = next(self._call).acceptance.watermark

    def send(self, sequence, register):
        submission = registers.SequencedRegister(sequence=sequence, register=register)
        self._outgoing.put(registers.SubmitRegistersRequest(submission=submission))

    def receipt(self):
        """The next receipt. Heartbeats may come in between."""
        while True:
            message = next(self._call)
            if message.HasField("receipt"):
                return message.receipt

    def break_off(self):
        self._call.cancel()
        self._outgoing.put(None)

    def finish(self):
        """Closes this side and reads to the end, which is the hub's OK."""
        self._outgoing.put(None)
        for _ in self._call:
            pass
        return self._call.code().name


def send_and_be_refused(stub, facts):
    feed = Feed(stub)
    facts["first_watermark"] = feed.watermark
    unsent = {1: hub.register(6), 2: hub.register(7), 3: hub.register(8), 4: hub.register(9, school="999999")}
    for sequence, register in unsent.items():
        feed.send(sequence, register)
    facts["receipts"] = [hub.facts_of_receipt(feed.receipt()) for _ in unsent]
    feed.send(9, hub.register(17))
    try:
        feed.receipt()
    except grpc.RpcError as error:
        facts["gap"] = hub.facts_of(error)


def break_off_and_resume(stub, facts):
    feed = Feed(stub)
    facts["second_watermark"] = feed.watermark
    # What is kept until its receipt has come: here it never comes, because the line breaks.
    unreceipted = {5: hub.register(10), 6: hub.register(13), 7: hub.register(14), 8: hub.register(15), 9: hub.register(16)}
    for sequence in (5, 6, 7):
        feed.send(sequence, unreceipted[sequence])
    wait_for(stub, 7)
    for sequence in (8, 9):
        feed.send(sequence, unreceipted[sequence])
    feed.break_off()

    # Whatever the watermark says, each goes out again under the sequence and the id that it had.
    feed = Feed(stub)
    facts["resumed_at"] = feed.watermark
    for sequence, register in unreceipted.items():
        feed.send(sequence, register)
    facts["receipts"] += [hub.facts_of_receipt(feed.receipt()) for _ in unreceipted]
    facts["end"] = feed.finish()
    facts["last_watermark"] = checkpoint(stub)


def checkpoint(stub):
    request = registers.GetWriterCheckpointRequest(writer_id=WRITER)
    return stub.GetWriterCheckpoint(request, timeout=hub.DEADLINE, metadata=hub.CALLER).watermark


def wait_for(stub, watermark):
    """Lets the hub store that much, so that some receipts are surely lost with the line."""
    for _ in range(1000):
        if checkpoint(stub) >= watermark:
            return
    raise TimeoutError(f"watermark {watermark} was never reached")


def main():
    facts = {}
    with hub.connect() as channel:
        stub = register_ingest_pb2_grpc.RegisterIngestServiceStub(channel)
        send_and_be_refused(stub, facts)
        break_off_and_resume(stub, facts)
    print(json.dumps(facts))


if __name__ == "__main__":
    main()
