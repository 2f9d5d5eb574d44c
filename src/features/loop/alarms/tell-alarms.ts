import type { Outbound, OutboundStep } from '../../../kernel/outbound.js';
import type { Sql } from '../../../kernel/sql.js';
import type { Notice, Notices } from '../ports.js';

/** Where alarms are told. */
export interface TellingParts {
  readonly notices: Notices;
  readonly outbound: Outbound;
}

/** Tells alarms in the event log and to the offices in whose registers their matters stand, in the caller's transaction. */
export async function tellAlarms(sql: Sql, alarms: readonly Notice[], { notices, outbound }: TellingParts): Promise<void> {
  if (alarms.length === 0) return;
  await notices.append(sql, alarms);
  await outbound.append(sql, alarms.flatMap(forOffice));
}

/** Nothing for a matter that was born on the platform and is nobody's record. */
function forOffice({ eventId, matter, kind, payload, at }: Notice): readonly OutboundStep[] {
  const { department, bornIn, localId } = matter;
  if (department === null || bornIn === 'PLATFORM') return [];
  return [{ eventId, department, kind: 'MATTER_ALARM', recordKey: [localId], body: { alarm: kind, ...payload }, happenedAt: at }];
}
