// What ordinary gRPC tools ask a server: whether it is well, and what it serves.
//
// usage: node tools.js HOST:PORT
'use strict';

const grpc = require('@grpc/grpc-js');
const protobuf = require('protobufjs/ext/descriptor');

const hub = require('./hub');

const SERVICE = 'integrationhub.registers.v1.RegisterIngestService';

async function check(client, service) {
  try {
    return (await hub.call(client, 'check', { service })).status;
  } catch (error) {
    return grpc.status[error.code];
  }
}

async function watch(client, service) {
  const call = client.watch({ service }, hub.caller(), hub.deadline());
  call.on('error', () => {});
  const { value } = await call[Symbol.asyncIterator]().next();
  call.cancel();
  return value.status;
}

async function main() {
  const health = hub.connect('grpc/health/v1/health.proto', 'grpc.health.v1.Health');
  const reflection = hub.connect('grpc/reflection/v1/reflection.proto', 'grpc.reflection.v1.ServerReflection');
  const [services, symbol, stranger] = await hub.ask(reflection, [
    { listServices: '' },
    { fileContainingSymbol: SERVICE },
    { fileByFilename: 'a/stranger.proto' },
  ]);
  const files = symbol.fileDescriptorResponse.fileDescriptorProto.map((x) => protobuf.FileDescriptorProto.decode(x));
  console.log(JSON.stringify({
    hub: await check(health, ''),
    service: await check(health, SERVICE),
    unknown: await check(health, 'a.v1.Stranger'),
    watched: await watch(health, ''),
    watched_unknown: await watch(health, 'a.v1.Stranger'),
    services: services.listServicesResponse.service.map((x) => x.name),
    files: files.map((x) => x.name),
    calls: files[0].service[0].method.map((x) => x.name),
    stranger: stranger.errorResponse.errorCode,
  }));
  health.close();
  reflection.close();
}

main();
