import type { GridModel } from '../../grids/index.js';
import type { Succession } from '../../lineage/index.js';
import { percent } from '../figures.js';
import type { Wording } from '../wording.js';
import { evidence, type LineageEvidence, type LinkEvidence } from './evidence.js';

/** What is known of an end that is not valid on the model's day: when it was, and what took its place. */
export function lineageEvidence(side: LineageEvidence['side'], { unit, successors }: Succession, { at }: GridModel): LinkEvidence {
  const { name, validFrom, validTo } = unit;
  const lineage = { side, name, validFrom, validTo, successors: successors.map(({ grid, weight }) => ({ grid, weight })) };
  return evidence('LINEAGE', wording(lineage, at), { lineage });
}

function wording({ side, name, validFrom, validTo, successors }: LineageEvidence, at: string): Wording {
  const end = side.toLowerCase();
  if (validFrom > at) return { zh: `${end}（${name}）自 ${validFrom} 起才有效。`, en: `${end} (${name}) is valid from ${validFrom} only.` };
  const shares = successors.map(({ grid, weight }) => `${grid.localId} ${percent(weight)}`).join(', ');
  return {
    zh: `${end}（${name}）自 ${validTo ?? '?'} 起不再有效；后继：${shares || '无'}。`,
    en: `${end} (${name}) is valid no longer since ${validTo ?? '?'}; what took its place: ${shares || 'nothing that is known'}.`,
  };
}
