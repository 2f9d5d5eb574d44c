import { CityError } from '../../kernel/city-error.js';
import type { DivisionCode } from '../../kernel/ids.js';
import type { Principal } from '../../kernel/principal.js';

/** Says who may take decisions that change what the whole city is answered. */
export interface Authority {
  /** Whether the principal may do this act, e.g. `declareLink`. */
  mayDecide(principal: Principal, act: string): boolean;
}

/** Lets whoever may see the whole city decide for it; offices and divisions have no rights of their own yet. */
export function wholeCityDecides(cityCode: () => DivisionCode): Authority {
  return { mayDecide: ({ divisions }) => divisions.includes(cityCode()) };
}

/** Passes where the principal may do the act; throws `FORBIDDEN` naming the act otherwise. */
export function checkAuthority(authority: Authority, principal: Principal, act: string): void {
  if (authority.mayDecide(principal, act)) return;
  throw new CityError({
    code: 'FORBIDDEN',
    message: `${act}: expected a principal who may decide for the whole city, got ${principal.subject} (${principal.role}).`,
    messageZh: `${act}：须由可为全市作决定者办理，当前为 ${principal.subject}（${principal.role}）。`,
    hint: 'whoAmI tells the divisions of the caller.',
  });
}
