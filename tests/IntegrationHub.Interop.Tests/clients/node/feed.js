// A writer's day: registers go out, one is refused, a number is skipped, the line breaks, and nothing is lost or counted twice.
//
// usage: node feed.js HOST:PORT
'use strict';

const hub = require('./hub');

const WRITER = 'school-900001';

// One stream. The opening goes first, and the acceptance says where to go on.
class Feed {
  static async open(client) {
    const feed = new Feed();
    feed.call = client.submitRegisters(hub.caller(), hub.deadline());
    feed.messages = feed.call[Symbol.asyncIterator]();
    feed.end = new Promise((resolve) => feed.call.on('status', (status) => resolve(status)));
    // The iterator tells of an error when it is asked; nobody asks any more after a break.
    feed.call.on('error', () => {});
    feed.call.write({ opening: { writerId: WRITER } });
    const { value } = await feed.messages.next();
    feed.watermark = value.acceptance.watermark;
    return feed;
  }

  // A program that sends much waits for 'drain' when write says false: the hub reads no further than it has promised.
  send(sequence, register) {
    this.call.write({ submission: { sequence, register } });
  }

  // The next receipt. Heartbeats may come in between.
  async receipt() {
    for (;;) {
      const { value, done } = await this.messages.next();
      if (done) throw new Error('the feed ended before its receipts');
      if (value.message === 'receipt') return value.receipt;
    }
  }

  breakOff() {
    this.call.cancel();
  }

  // Closes this side and reads to the end, which is the hub's OK.
  async finish() {
    this.call.end();
    while (!(await this.messages.next()).done);
    return (await this.end).code;
  }
}

async function sendAndBeRefused(client, facts) {
  const feed = await Feed.open(client);
  facts.first_watermark = feed.watermark;
  const unsent = [hub.register(6), hub.register(7), hub.register(8), hub.register(9, '999999')];
  unsent.forEach((register, i) => feed.send(i + 1, register));
  facts.receipts = [];
  for (const _ of unsent) facts.receipts.push(hub.factsOfReceipt(await feed.receipt()));
  feed.send(9, hub.register(17));
  try {
    await feed.receipt();
  } catch (error) {
    facts.gap = hub.factsOf(error);
  }
}

async function breakOffAndResume(client, facts) {
  let feed = await Feed.open(client);
  facts.second_watermark = feed.watermark;
  // What is kept until its receipt has come: here it never comes, because the line breaks.
  const unreceipted = new Map([10, 13, 14, 15, 16].map((day, i) => [i + 5, hub.register(day)]));
  for (const sequence of [5, 6, 7]) feed.send(sequence, unreceipted.get(sequence));
  await waitFor(client, 7);
  for (const sequence of [8, 9]) feed.send(sequence, unreceipted.get(sequence));
  feed.breakOff();

  // Whatever the watermark says, each goes out again under the sequence and the id that it had.
  feed = await Feed.open(client);
  facts.resumed_at = feed.watermark;
  for (const [sequence, register] of unreceipted) feed.send(sequence, register);
  for (const _ of unreceipted) facts.receipts.push(hub.factsOfReceipt(await feed.receipt()));
  facts.end = (await feed.finish()) === 0 ? 'OK' : 'error';
  facts.last_watermark = await checkpoint(client);
}

// Lets the hub store that much, so that some receipts are surely lost with the line.
async function waitFor(client, watermark) {
  for (let asked = 0; asked < 1000; asked++) if ((await checkpoint(client)) >= watermark) return;
  throw new Error(`watermark ${watermark} was never reached`);
}

async function checkpoint(client) {
  return (await hub.call(client, 'getWriterCheckpoint', { writerId: WRITER })).watermark;
}

async function main() {
  const facts = {};
  const client = hub.connect('integrationhub/registers/v1/register_ingest.proto', 'integrationhub.registers.v1.RegisterIngestService');
  await sendAndBeRefused(client, facts);
  await breakOffAndResume(client, facts);
  client.close();
  console.log(JSON.stringify(facts));
}

main();
