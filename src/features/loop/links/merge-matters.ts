import { CityError } from '../../../kernel/city-error.js';
import { accountOf } from '../../../kernel/principal.js';
import { finalStates, type HeldMatter, type MatterRegister } from '../../matters/index.js';
import type { Situation, StepEffect } from '../steps/step.js';
import type { MatterLinkStore } from './ports.js';

/** What merging needs. */
export interface MergingParts {
  readonly register: Pick<MatterRegister, 'hold'>;
  readonly links: MatterLinkStore;
}

/** Merges a matter into another that is open (并案); each keeps its history and with it whoever reported it. */
export function mergeMatters({ register, links }: MergingParts): StepEffect {
  return async (situation) => {
    const { sql, matter, acting, at, carried } = situation;
    // Two that are merged into each other wait in a ring; the database breaks it, and who is tried again finds the other merged.
    const other = await register.hold(sql, acting.scope, carried.otherMatter!);
    checkMergeable(situation, other);
    await links.confirm(sql, { fromUuid: matter.uuid, toUuid: other!.uuid, kind: 'DUPLICATE' }, { by: accountOf(acting.principal), at });
    return {};
  };
}

function checkMergeable({ matter }: Situation, other: HeldMatter | null): void {
  if (other === null) throw unfit('NOT_FOUND', 'a matter that exists and that the caller may see', '应为存在且可见的事项');
  if (other.uuid === matter.uuid) throw unfit('BAD_USER_INPUT', 'another matter than the one that is merged', '不能并入自身');
  if (finalStates.includes(other.state))
    throw unfit('BAD_USER_INPUT', `an open matter, got one that is ${other.state}`, `应为未办结的事项，该事项为 ${other.state}`);
  // What is sealed must not come into the history of what is not, nor the other way round.
  if (other.sealed !== matter.sealed) throw unfit('BAD_USER_INPUT', 'both sealed or neither', '密封事项与非密封事项不能并案');
}

function unfit(code: 'NOT_FOUND' | 'BAD_USER_INPUT', message: string, messageZh: string): CityError {
  return new CityError({ code, message: `into: expected ${message}.`, messageZh: `into：${messageZh}。` });
}
