"""What each of the programs here needs: a channel, who is calling, a register, and the reason in an error."""
import sys
import uuid

import grpc

import rich_status_pb2
from integrationhub.registers.v1 import register_ingest_pb2 as registers
from integrationhub.type.v1 import date_pb2

# Names the calling system. Keep it for ever: writers, their sequences and their submission ids belong to it.
CALLER = (("hub-system", "mis-python"),)

# Every call has a deadline, in seconds, so that nothing hangs when the hub or the network does. A feed that stays open all day
# has none; there, three heartbeat intervals without a message mean that the connection is gone.
DEADLINE = 60

SCHOOL = "900001"
PUPILS = ["p1", "p2", "p3", "p4", "p5"]
CODES = ["/", "L", "I", "O", "B"]


def connect():
    return grpc.insecure_channel(sys.argv[1])


def register(day, school=SCHOOL):
    """The morning register of a day in September 2021, with an id that it keeps however often it is sent."""
    marks = [registers.RegisterMark(mis_pupil_id=pupil, code=CODES[(day + i) % len(CODES)]) for i, pupil in enumerate(PUPILS)]
    return registers.RegisterSubmission(
        submission_id=str(uuid.uuid4()), school_urn=school, session_date=date_pb2.Date(year=2021, month=9, day=day),
        session=registers.SCHOOL_SESSION_AM, marks=marks)


def details_of(error, kind):
    """The detail of a kind that an error carries in its trailer, or an empty one."""
    detail = kind()
    for key, value in error.trailing_metadata() or ():
        if key == "grpc-status-details-bin":
            for packed in rich_status_pb2.Status.FromString(value).details:
                if packed.Unpack(detail):
                    break
    return detail


def facts_of(error):
    info = details_of(error, rich_status_pb2.ErrorInfo)
    return {"code": error.code().name, "reason": info.reason, "metadata": dict(info.metadata)}


def facts_of_receipt(receipt):
    facts = {"id": receipt.submission_id, "sequence": receipt.sequence}
    if receipt.HasField("refused"):
        return facts | {"reason": receipt.refused.reason, "field": receipt.refused.field}
    return facts | {"position": receipt.accepted.position, "duplicate": receipt.accepted.duplicate}
