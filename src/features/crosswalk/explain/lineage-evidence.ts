import type { GridModel } from '../../grids/index.js';
import type { Wording } from '../wording.js';
import { evidence, type LineageEvidence, type LinkEvidence } from './evidence.js';
import type { UnitPeriod } from './ports.js';

/** What is known of an end that is not valid on the model's day. */
export function lineageEvidence(side: LineageEvidence['side'], period: UnitPeriod, { at }: GridModel): LinkEvidence {
  const { name, validFrom, validTo } = period;
  return evidence('LINEAGE', wording(side, period, at), { lineage: { side, name, validFrom, validTo, successors: [] } });
}

function wording(side: LineageEvidence['side'], { name, validFrom, validTo }: UnitPeriod, at: string): Wording {
  const end = side.toLowerCase();
  if (validFrom > at) return { zh: `${end}（${name}）自 ${validFrom} 起才有效。`, en: `${end} (${name}) is valid from ${validFrom} only.` };
  return { zh: `${end}（${name}）自 ${validTo ?? '?'} 起不再有效。`, en: `${end} (${name}) is valid no longer since ${validTo ?? '?'}.` };
}
