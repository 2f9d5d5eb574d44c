import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';

import type { Client } from 'pg';

import { AuditStore } from '../../src/features/access/storage/audit-store.js';
import { systemClock } from '../../src/kernel/clock.js';
import type { Sql } from '../../src/kernel/sql.js';
import { median } from '../measure/median.js';

/** What a mutation costs and what of it the audit log takes, medians in milliseconds. */
export interface CostOfAudit {
  readonly mutationMs: number;
  readonly auditMs: number;
  readonly times: number;
}

/** Reports matters over HTTP, one after another, and writes as many lines of the audit log by themselves, in a transaction that is given up. */
export async function costOfAudit(client: Client, url: string, times: number): Promise<CostOfAudit> {
  const mutations = await timed(times, () => report(url));
  await client.query('begin');
  const lines = await timed(times, () => writeLine(client));
  await client.query('rollback');
  return { mutationMs: median(mutations), auditMs: median(lines), times };
}

async function timed(times: number, work: () => Promise<void>): Promise<readonly number[]> {
  const found: number[] = [];
  for (let time = 0; time < times; time++) {
    const began = performance.now();
    await work();
    found.push(performance.now() - began);
  }
  return found;
}

async function report(url: string): Promise<void> {
  const query = `mutation Report($input: ReportMatterInput!) { reportMatter(input: $input) { __typename ... on Refusal { message } } }`;
  const category = { standard: 'GB/T 47678.5-2026', code: '01001' };
  const input = { idempotencyKey: randomUUID(), title: '路面破损', category, point: { longitude: 117.2068, latitude: 29.2889 } };
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const text = await response.text();
  if (!text.includes('MatterChanged')) throw new Error(`Expected a reported matter, got ${text.slice(0, 400)}`);
}

async function writeLine(client: Client): Promise<void> {
  const sql: Sql = {
    query: async <Row extends object>(text: string, parameters: readonly unknown[] = []) =>
      (await client.query<Row & Record<string, unknown>>(text, [...parameters])).rows,
  };
  await new AuditStore(sql, systemClock).record(sql, {
    by: { subject: 'bench', role: 'ANALYST', department: null },
    act: 'reportMatter',
    what: { matter: randomUUID() },
    outcome: 'DONE',
    rule: 'role:ANALYST',
    document: 'Report',
    requestId: randomUUID(),
  });
}
