// One register without a stream: sent twice it counts once, and both ways of being turned down are read.
//
// usage: node register.js HOST:PORT
'use strict';

const hub = require('./hub');

async function submit(client, register, writerId = 'school-900001') {
  const { receipt } = await hub.call(client, 'submitRegister', { writerId, register });
  return hub.factsOfReceipt(receipt);
}

async function main() {
  const facts = {};
  const client = hub.connect('integrationhub/registers/v1/register_ingest.proto', 'integrationhub.registers.v1.RegisterIngestService');
  const register = hub.register(6);
  facts.receipts = [
    await submit(client, register),
    await submit(client, register),
    await submit(client, hub.register(7, '999999')),
  ];
  try {
    await submit(client, hub.register(8), 'no spaces, please');
  } catch (error) {
    const { fieldViolations } = hub.detailsOf(error, 'google.rpc.BadRequest');
    facts.error = { ...hub.factsOf(error), fields: fieldViolations.map((x) => x.field) };
  }
  client.close();
  console.log(JSON.stringify(facts));
}

main();
