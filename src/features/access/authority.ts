import { CityError } from '../../kernel/city-error.js';
import type { DivisionCode } from '../../kernel/ids.js';
import type { Principal } from '../../kernel/principal.js';
import { cityOwner, type Owner } from '../../kernel/scope.js';
import { actOfMutation, type MutationName } from './mutation-acts.js';
import { type Act, actsOf } from './role-rights.js';

/** What a decision touches: whose data, and where. */
export interface Concern {
  /** The sides; an office decides where it is one of them. None: nobody's data is touched. */
  readonly owners: readonly Owner[];
  /** Every division in which it takes effect; null is the city as a whole, and so is none. */
  readonly divisions: readonly (DivisionCode | null)[];
}

/** Says who may take decisions that change what others are answered. */
export interface Authority {
  /** Whether the principal may do such an act anywhere at all. */
  mayEver(principal: Principal, act: Act): boolean;
  /** Whether it may do it about this. */
  mayDecide(principal: Principal, act: Act, about: Concern): boolean;
}

/** The divisions that rights are compared in. */
export interface Ground {
  readonly cityCode: DivisionCode;
  /** A division and all above it; empty for a code that is unknown today. */
  readonly pathOf: (code: DivisionCode) => readonly DivisionCode[];
}

/**
 * Lets principals decide by the acts of their role, within their divisions, and only about data of their own office on one side; whoever
 * is of no office decides for every office, except that nobody shares another's data.
 */
export function rightsDecide(ground: () => Ground): Authority {
  return {
    mayEver: (principal, act) => actsOf(principal).includes(act),
    mayDecide: (principal, act, { owners, divisions }) =>
      actsOf(principal).includes(act) &&
      isSide(principal, act, owners) &&
      groundOf(divisions).every((division) => isWithin(principal, division, ground())),
  };
}

/** What names no division is not nowhere, which everybody would reach, but the city as a whole. */
function groundOf(divisions: Concern['divisions']): Concern['divisions'] {
  return divisions.length === 0 ? [null] : divisions;
}

function isSide({ department }: Principal, act: Act, owners: readonly Owner[]): boolean {
  if (act === 'SHARE') return owners.every((owner) => owner === (department ?? cityOwner));
  return department === null || owners.length === 0 || owners.includes(department);
}

function isWithin({ divisions }: Principal, division: DivisionCode | null, { cityCode, pathOf }: Ground): boolean {
  if (divisions.includes(cityCode)) return true;
  return division !== null && pathOf(division).some((code) => divisions.includes(code));
}

/** Passes where the principal may do the mutation somewhere; throws `FORBIDDEN` otherwise. */
export function checkMayEver(authority: Authority, principal: Principal, mutation: MutationName): void {
  if (!authority.mayEver(principal, actOfMutation[mutation])) throw notOfRole(principal, mutation);
}

/** Passes where the principal may do the mutation about this; throws `FORBIDDEN` otherwise. */
export function checkAuthority(authority: Authority, principal: Principal, decided: { mutation: MutationName; about: Concern }): void {
  const { mutation, about } = decided;
  if (!authority.mayDecide(principal, actOfMutation[mutation], about)) throw notAboutThis(principal, mutation);
}

function notOfRole({ subject, role }: Principal, mutation: MutationName): CityError {
  const act = actOfMutation[mutation];
  return new CityError({
    code: 'FORBIDDEN',
    message: `${mutation}: expected a principal with the right ${act}, got ${subject} (${role}).`,
    messageZh: `${mutation}：须有 ${act} 权限，当前为 ${subject}（${role}）。`,
    hint: 'whoAmI tells what the caller may do.',
  });
}

function notAboutThis({ subject, role, department }: Principal, mutation: MutationName): CityError {
  return new CityError({
    code: 'FORBIDDEN',
    message: `${mutation}: expected a decision about data of one's own office within one's own divisions; ${subject} (${role}) speaks for ${department ?? 'the city'}.`,
    messageZh: `${mutation}：只能就本部门数据在本辖区内作决定；${subject}（${role}）代表${department ?? '全市'}。`,
    hint: 'whoAmI tells the office and the divisions of the caller.',
  });
}
