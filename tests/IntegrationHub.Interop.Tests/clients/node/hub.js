// What each of the programs here needs: the contracts, who is calling, a register, and the reason in an error.
'use strict';

const path = require('node:path');
const { randomUUID } = require('node:crypto');
const grpc = require('@grpc/grpc-js');
const protoLoader = require('@grpc/proto-loader');
const protobuf = require('protobufjs');

// The folder with the contracts, protos/ of the repository.
const protos = process.env.HUB_PROTOS ?? path.join(__dirname, '../../../../protos');

// oneofs makes `message.message` say which of the messages on a feed came; without longs, an int64 is an object.
const loading = { includeDirs: [protos], defaults: true, oneofs: true, enums: String, longs: Number };

const richStatus = protobuf.loadSync(path.join(__dirname, '../rich_status.proto'));

const SCHOOL = '900001';
const PUPILS = ['p1', 'p2', 'p3', 'p4', 'p5'];
const CODES = ['/', 'L', 'I', 'O', 'B'];

// The client of a service, by its full name and the file that declares it.
function connect(file, service) {
  const contracts = grpc.loadPackageDefinition(protoLoader.loadSync(file, loading));
  const Client = service.split('.').reduce((found, part) => found[part], contracts);
  return new Client(process.argv[2], grpc.credentials.createInsecure());
}

// Names the calling system. Keep it for ever: writers, their sequences and their submission ids belong to it.
function caller() {
  const metadata = new grpc.Metadata();
  metadata.set('hub-system', 'mis-node');
  return metadata;
}

// Every call has a deadline, so that nothing hangs when the hub or the network does. A feed that stays open all day has none;
// there, three heartbeat intervals without a message mean that the connection is gone.
function deadline() {
  return { deadline: Date.now() + 60_000 };
}

// A unary call as a promise.
function call(client, method, request) {
  return new Promise((resolve, reject) => {
    client[method](request, caller(), deadline(), (error, response) => (error ? reject(error) : resolve(response)));
  });
}

// Questions to reflection: one answer for each, in order.
async function ask(client, questions) {
  const stream = client.serverReflectionInfo(caller(), deadline());
  for (const question of questions) stream.write(question);
  stream.end();
  const answers = [];
  for await (const answer of stream) answers.push(answer);
  return answers;
}

// The morning register of a day in September 2021, with an id that it keeps however often it is sent.
function register(day, schoolUrn = SCHOOL) {
  return {
    submissionId: randomUUID(),
    schoolUrn,
    sessionDate: { year: 2021, month: 9, day },
    session: 'SCHOOL_SESSION_AM',
    marks: PUPILS.map((misPupilId, i) => ({ misPupilId, code: CODES[(day + i) % CODES.length] })),
  };
}

// The detail of a kind that an error carries in its trailer, or undefined.
function detailsOf(error, kind) {
  const [bytes] = error.metadata?.get('grpc-status-details-bin') ?? [];
  const { details } = richStatus.lookupType('google.rpc.Status').decode(bytes ?? Buffer.alloc(0));
  const packed = details.find((x) => x.type_url.endsWith(`/${kind}`));
  return packed && richStatus.lookupType(kind).decode(packed.value);
}

function factsOf(error) {
  const info = detailsOf(error, 'google.rpc.ErrorInfo');
  return { code: grpc.status[error.code], reason: info?.reason, metadata: info?.metadata };
}

function factsOfReceipt({ submissionId, sequence, outcome, accepted, refused }) {
  return outcome === 'refused'
    ? { id: submissionId, sequence, reason: refused.reason, field: refused.field }
    : { id: submissionId, sequence, position: accepted.position, duplicate: accepted.duplicate };
}

module.exports = { ask, call, caller, connect, deadline, detailsOf, factsOf, factsOfReceipt, register };
