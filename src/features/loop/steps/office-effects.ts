import type { DepartmentCode } from '../../../kernel/ids.js';
import { handOver, type HandOverParts } from '../dispatching/hand-over.js';
import type { Procedure } from '../procedure/procedure.js';
import { isOfficesOwn } from './office-step.js';
import type { StepEffect } from './step.js';

/** What the effects of the offices' own steps need. */
export interface OfficeEffectParts extends HandOverParts {
  readonly ownProcedures: ReadonlyMap<DepartmentCode, Procedure>;
}

/** The offices' own steps that name organisations hand the matter over to them. */
export function officeEffects(parts: OfficeEffectParts): Readonly<Record<string, StepEffect>> {
  const handsOver = handOver(parts);
  const handing = [...parts.ownProcedures.values()]
    .flatMap(({ transitions }) => transitions)
    .filter(({ step, carries }) => isOfficesOwn(step) && (carries.includes('ORGANISATION') || carries.includes('ORGANISATIONS')));
  return Object.fromEntries(handing.map(({ step }) => [step, handsOver]));
}
