import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

import type { Sending, Sent } from './sending.js';

// Runs in a process of its own, so that asking takes no time from answering: send-questions.js URL BODY-FILE SENDING-AS-JSON
const [url, bodyFile, sendingText] = process.argv.slice(2) as [string, string, string];
const { connections, seconds, pauseMs, tokens } = JSON.parse(sendingText) as Sending;
const body = readFileSync(bodyFile);
const agent = new Agent({ keepAlive: true, maxSockets: connections });
let asked = 0;

/** Asks once, by the next of the tokens, and answers how it went: the first error's code, else `answered`. */
function ask(): Promise<string> {
  const token = tokens[asked++ % Math.max(1, tokens.length)];
  const headers = {
    'content-type': 'application/json',
    'content-length': body.length,
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  return new Promise((resolve) => {
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      let head = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        if (head.length < 4_000) head += chunk;
      });
      answer.on('end', () => resolve(outcomeOf(answer.statusCode ?? 0, head)));
    });
    sent.on('error', (error) => resolve(error.message));
    sent.end(body);
  });
}

function outcomeOf(status: number, head: string): string {
  if (!head.includes('"errors"')) return status === 200 ? 'answered' : `HTTP ${status}`;
  return /"code":"(\w+)"/.exec(head)?.[1] ?? `HTTP ${status}`;
}

async function main(): Promise<void> {
  const end = performance.now() + seconds * 1000;
  const sent: Sent = { times: [], outcomes: {} };
  const connection = async (): Promise<void> => {
    while (performance.now() < end) {
      const began = performance.now();
      const outcome = await ask();
      sent.times.push(performance.now() - began);
      sent.outcomes[outcome] = (sent.outcomes[outcome] ?? 0) + 1;
      if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  process.stdout.write(JSON.stringify(sent));
  agent.destroy();
}

void main();
