// A register sent with nothing but the contracts that the hub tells of itself, as testing tools do it.
//
// usage: node reflected.js HOST:PORT
'use strict';

const { randomUUID } = require('node:crypto');
const grpc = require('@grpc/grpc-js');
const protoLoader = require('@grpc/proto-loader');
const { FileDescriptorProto, FileDescriptorSet } = require('protobufjs/ext/descriptor');

const hub = require('./hub');

const SERVICE = 'integrationhub.registers.v1.RegisterIngestService';

// Everything that the service's contract needs, in one answer.
async function contractsOf(service) {
  const client = hub.connect('grpc/reflection/v1/reflection.proto', 'grpc.reflection.v1.ServerReflection');
  const [answer] = await hub.ask(client, [{ fileContainingSymbol: service }]);
  client.close();
  const file = answer.fileDescriptorResponse.fileDescriptorProto.map((x) => FileDescriptorProto.decode(x));
  const set = Buffer.from(FileDescriptorSet.encode({ file }).finish());
  return grpc.loadPackageDefinition(protoLoader.loadFileDescriptorSetFromBuffer(set, { defaults: true, longs: Number }));
}

async function main() {
  const contracts = await contractsOf(SERVICE);
  const client = new contracts.integrationhub.registers.v1.RegisterIngestService(process.argv[2], grpc.credentials.createInsecure());
  // Fields that were loaded from descriptors have the contract's own names.
  const register = {
    submission_id: randomUUID(),
    school_urn: '900001',
    session_date: { year: 2021, month: 9, day: 6 },
    session: 'SCHOOL_SESSION_AM',
    marks: ['L', 'I', 'O', 'B', '/'].map((code, i) => ({ mis_pupil_id: `p${i + 1}`, code })),
  };
  const { receipt } = await hub.call(client, 'submitRegister', { writer_id: 'school-900001', register });
  client.close();
  console.log(JSON.stringify({ id: receipt.submission_id, position: receipt.accepted.position }));
}

main();
