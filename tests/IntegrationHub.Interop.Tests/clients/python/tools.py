"""What ordinary gRPC tools ask a server: whether it is well, and what it serves.

usage: tools.py HOST:PORT
"""
import json

import grpc
from google.protobuf import descriptor_pb2

import hub
# Generated from protos/grpc under these names, since a package of ours called "grpc" would hide the real one.
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_reflection.v1 import reflection_pb2, reflection_pb2_grpc

SERVICE = "integrationhub.registers.v1.RegisterIngestService"


def check(stub, service):
    try:
        response = stub.Check(health_pb2.HealthCheckRequest(service=service), timeout=hub.DEADLINE)
        return health_pb2.HealthCheckResponse.ServingStatus.Name(response.status)
    except grpc.RpcError as error:
        return error.code().name


def watch(stub, service):
    call = stub.Watch(health_pb2.HealthCheckRequest(service=service), timeout=hub.DEADLINE)
    status = next(call).status
    call.cancel()
    return health_pb2.HealthCheckResponse.ServingStatus.Name(status)


def ask(stub, **questions):
    """One answer for each question, in order."""
    requests = [reflection_pb2.ServerReflectionRequest(**{kind: text}) for kind, text in questions.items()]
    return list(stub.ServerReflectionInfo(iter(requests), timeout=hub.DEADLINE))


def main():
    with hub.connect() as channel:
        health = health_pb2_grpc.HealthStub(channel)
        reflection = reflection_pb2_grpc.ServerReflectionStub(channel)
        services, symbol, stranger = ask(
            reflection, list_services="", file_containing_symbol=SERVICE, file_by_filename="a/stranger.proto")
        files = [descriptor_pb2.FileDescriptorProto.FromString(x) for x in symbol.file_descriptor_response.file_descriptor_proto]
        print(json.dumps({
            "hub": check(health, ""),
            "service": check(health, SERVICE),
            "unknown": check(health, "a.v1.Stranger"),
            "watched": watch(health, ""),
            "watched_unknown": watch(health, "a.v1.Stranger"),
            "services": [x.name for x in services.list_services_response.service],
            "files": [x.name for x in files],
            "calls": [x.name for x in files[0].service[0].method],
            "stranger": stranger.error_response.error_code,
        }))


if __name__ == "__main__":
    main()
