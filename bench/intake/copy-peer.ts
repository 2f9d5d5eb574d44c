import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';

import { from } from 'pg-copy-streams';

import { onIndex } from '../city/bench-city.js';

/** Seconds that `COPY` takes to bring a CSV file into a plain table of texts on the same server: no check, no index, no history. */
export async function copySeconds(indexUrl: string, path: string): Promise<number> {
  const columns = (await firstLine(path)).split(',');
  return onIndex(indexUrl, async (client) => {
    await client.query('drop table if exists bench_plain');
    await client.query(`create table bench_plain (${columns.map((column) => `"${column}" text`).join(', ')})`);
    const began = performance.now();
    await pipeline(createReadStream(path), client.query(from('copy bench_plain from stdin with (format csv, header)')));
    const seconds = (performance.now() - began) / 1000;
    await client.query('drop table bench_plain');
    return seconds;
  });
}

async function firstLine(path: string): Promise<string> {
  for await (const line of createInterface(createReadStream(path))) return line;
  throw new Error(`${path} is empty.`);
}
