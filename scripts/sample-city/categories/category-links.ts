import { urbanStandard } from './components.js';
import { cjStandard, formerCodes, formerStandard } from './urban-matters.js';

/** A link between two matter categories, transcribed and not confirmed by anybody in office. */
export interface CategoryLink {
  readonly from: { readonly standard: string; readonly code: string };
  readonly to: { readonly standard: string; readonly code: string };
  readonly evidence: string;
}

/** The first day of GB/T 47678.5-2026, from which on a city has to read old codes as new ones. */
export const linksSince = '2026-07-01';

const enumEvidence =
  '抄录自一家运营商城管系统公开代码中的旧事项枚举，与 GB/T 47678.5-2026 逐条比对；未经主管部门确认。Transcribed from the old list of matters in an operator’s published code and compared with GB/T 47678.5-2026 pair by pair; not confirmed by the authority.';
const generationEvidence =
  '抄录：比对四套城管系统代码中“暴露垃圾”的三代编码；未经主管部门确认。Transcribed: the three generations of one matter in the code of four urban management systems; not confirmed by the authority.';

/** The pairs of old and new codes that were checked one by one; no rule fills in the others. */
export const categoryLinks: readonly CategoryLink[] = [
  {
    from: { standard: cjStandard, code: '0102' },
    to: { standard: formerStandard, code: '0110' },
    evidence: generationEvidence,
  },
  ...Object.entries(formerCodes).map(([code, former]) => ({
    from: { standard: formerStandard, code: former },
    to: { standard: urbanStandard, code },
    evidence: enumEvidence,
  })),
];
