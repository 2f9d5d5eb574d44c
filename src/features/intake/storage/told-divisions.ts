import type { NewEvent } from '../../../eventlog/event.js';
import { groupBy } from '../../../kernel/group-by.js';
import { uuidOf } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { Division } from '../../divisions/index.js';
import type { DivisionChanges } from '../city/division-changes.js';
import type { RunStamp } from '../ports.js';

/** The events of divisions whose changes have been recorded: one each, with its last period as it is believed now, then one of the run. */
export async function divisionEvents(sql: Sql, { closed, opened }: DivisionChanges, { runId, now, today }: RunStamp): Promise<NewEvent[]> {
  // A code of which nothing is opened had no day left before it ended.
  const ended = closed.filter(({ code }) => !opened.some((division) => division.code === code)).map((one) => ({ ...one, validTo: today }));
  const changed = groupBy([...ended, ...opened], ({ code }) => code);
  const versions = await versionsOf(sql, [...changed.keys()]);
  const common = { topic: 'division' as const, department: null, occurredAt: now };
  const each = [...changed].map(([code, periods]) => {
    const version = versions.get(code)!;
    const kind = version === periods.length && ended.every((one) => one.code !== code) ? 'DIVISION_ADDED' : 'DIVISION_CHANGED';
    return { ...common, kind, subject: uuidOf('division', code), version, divisionCode: code, payload: factsOf(lastOf(periods)) };
  });
  const run = {
    ...common,
    kind: 'DIVISIONS_RECORDED',
    subject: runId,
    version: 1,
    divisionCode: null,
    payload: { divisions: changed.size },
  };
  return [...each, run];
}

/** How many periods were ever recorded of each: it grows with each change. */
async function versionsOf(sql: Sql, codes: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await sql.query<{ code: string; version: number }>(
    'select code, count(*)::int as version from division where code = any($1::text[]) group by code',
    [codes],
  );
  return new Map(rows.map(({ code, version }) => [code, version]));
}

function lastOf(periods: readonly Division[]): Division {
  return periods.reduce((last, period) => (period.validFrom > last.validFrom ? period : last));
}

function factsOf({ name, level, parentCode: parent, validFrom, validTo }: Division): NewEvent['payload'] {
  return { name, level, parent, validFrom, validTo };
}
