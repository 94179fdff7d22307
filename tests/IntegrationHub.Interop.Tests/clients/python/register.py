"""One register without a stream: sent twice it counts once, and both ways of being turned down are read.

usage: register.py HOST:PORT
"""
import json

import grpc

import hub
import rich_status_pb2
from integrationhub.registers.v1 import register_ingest_pb2 as registers
from integrationhub.registers.v1 import register_ingest_pb2_grpc


def submit(stub, register, writer_id="school-900001"):
    request = registers.SubmitRegisterRequest(writer_id=writer_id, register=register)
    response = stub.SubmitRegister(request, timeout=hub.DEADLINE, metadata=hub.CALLER)
    return hub.facts_of_receipt(response.receipt)


def main():
    facts = {}
    with hub.connect() as channel:
        stub = register_ingest_pb2_grpc.RegisterIngestServiceStub(channel)
        register = hub.register(6)
        facts["receipts"] = [submit(stub, register), submit(stub, register), submit(stub, hub.register(7, school="999999"))]
        try:
            submit(stub, hub.register(8), writer_id="no spaces, please")
        except grpc.RpcError as error:
            fields = hub.details_of(error, rich_status_pb2.BadRequest).field_violations
            facts["error"] = hub.facts_of(error) | {"fields": [x.field for x in fields]}
    print(json.dumps(facts))


if __name__ == "__main__":
    main()
