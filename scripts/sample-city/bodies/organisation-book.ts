import { unfit } from '../unfit.js';
import type { Organisation } from './organisation.js';

/** All organisations, found by what they are and where. */
export class OrganisationBook {
  readonly #byRole: ReadonlyMap<string, Organisation>;

  constructor(readonly all: readonly Organisation[]) {
    this.#byRole = new Map(all.filter(({ role }) => role !== '').map((one) => [`${one.role}@${one.division}`, one]));
  }

  /** The organisation of a role in a division, e.g. `urban-management` in `360203`. */
  at(role: string, division: string): Organisation {
    const found = this.#byRole.get(`${role}@${division}`);
    if (!found) throw unfit(`No organisation is ${role} in ${division}.`);
    return found;
  }
}
