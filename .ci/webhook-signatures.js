// Signs and verifies bodies of webhooks by Node's crypto, for the tests of adapter-webhook.
//
//   node webhook-signatures.js sign SEED COUNT   writes lines: secret, body and signature; in hex
//   node webhook-signatures.js verify            reads such lines, and fails if one is not right
'use strict';
const { createHmac, timingSafeEqual } = require('node:crypto');

const sign = (secret, body) => createHmac('sha1', secret).update(body).digest('hex');

// A small generator of random numbers, so that a seed gives the same bodies on each version of Node.
function random(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const EVENTS = ['newConversation', 'conversationUpdated', 'inboxItemReplied', 'notKnown'];
const LETTERS = ['a', 'Z', '7', ' ', '/', '"', '\\', '\n', 'é', 'ß', 'İ', '漢', '😀', '\u2028'];

function text(next, most) {
  let letters = '';
  for (let i = next(most + 1); i > 0; i--) letters += LETTERS[next(LETTERS.length)];
  return letters;
}

function body(next) {
  const event = {
    event: EVENTS[next(EVENTS.length)],
    timestamp: 1741616520 + next(1e6),
    webhookId: 'whk' + next(10),
    data: { Id: 'eit' + next(1e6), ProfileName: text(next, 20), Tags: [{ Name: text(next, 5) }] },
  };
  return Buffer.from(JSON.stringify(event, null, next(3)), 'utf8');
}

const [action, seed, count] = process.argv.slice(2);
if (action === 'sign') {
  const next = random(Number(seed));
  for (let i = 0; i < Number(count); i++) {
    const secret = Buffer.from('s' + text(next, 90), 'utf8');
    const bytes = body(next);
    console.log(secret.toString('hex'), bytes.toString('hex'), sign(secret, bytes));
  }
} else if (action === 'verify') {
  const lines = require('node:fs').readFileSync(0, 'ascii').trim().split('\n');
  const wrong = lines.filter((line) => {
    const [secret, bytes, signature] = line.split(' ').map((hex) => Buffer.from(hex, 'hex'));
    const signed = Buffer.from(sign(secret, bytes), 'hex');
    return signature.length !== signed.length || !timingSafeEqual(signed, signature);
  });
  console.log(`Node verified ${lines.length - wrong.length} of ${lines.length} bodies`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
} else {
  console.error('give sign SEED COUNT, or verify');
  process.exitCode = 2;
}
