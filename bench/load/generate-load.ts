import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

import type { Load } from './put-under-load.js';

// Runs in a process of its own, so that asking takes no time from answering: generate-load.js URL BODY-FILE LOAD-AS-JSON
const [url, bodyFile, loadText] = process.argv.slice(2) as [string, string, string];
const { connections, seconds, answers, headers: given } = JSON.parse(loadText) as Load;
const body = readFileSync(bodyFile);
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const headers = { ...given, 'content-type': 'application/json', 'content-length': body.length };

/** Asks once and answers after how many milliseconds the last byte was there. */
function ask(): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.on('data', () => undefined);
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(performance.now() - began);
        else reject(new Error(`${url} answered ${answer.statusCode}.`));
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

async function main(): Promise<void> {
  const began = performance.now();
  const end = began + (seconds ?? Infinity) * 1000;
  const times: number[] = [];
  let asked = 0;
  const connection = async (): Promise<void> => {
    while (performance.now() < end && asked++ < (answers ?? Infinity)) times.push(await ask());
  };
  await Promise.all(Array.from({ length: connections }, connection));
  process.stdout.write(JSON.stringify({ times, milliseconds: performance.now() - began }));
  agent.destroy();
}

void main();
