import type { ChangedUnit, UnitGround, UnitGroundReader } from '../../../src/features/grids/index.js';

/** What is and was believed of units, as the index would keep it. */
export class UnitsInMemory implements UnitGroundReader {
  #versions: { readonly ground: UnitGround; isBelieved: boolean }[] = [];

  believed(): Promise<readonly UnitGround[]> {
    return Promise.resolve(this.now);
  }

  everBelieved(uuids: readonly string[]): Promise<readonly UnitGround[]> {
    return Promise.resolve(this.#versions.map(({ ground }) => ground).filter(({ uuid }) => uuids.includes(uuid)));
  }

  /** What is believed now, of days that there are. */
  get now(): readonly UnitGround[] {
    const believed = this.#versions.filter(({ isBelieved }) => isBelieved).map(({ ground }) => ground);
    return believed.filter(({ validFrom, validTo }) => validTo === null || validTo > validFrom);
  }

  /** Believes something of a unit from its first day on; what was believed of the days before stays. */
  say(ground: UnitGround): ChangedUnit {
    const { uuid, validFrom } = ground;
    for (const version of this.#versions.filter((one) => one.isBelieved && one.ground.uuid === uuid)) {
      if (version.ground.validTo !== null && version.ground.validTo <= validFrom) continue;
      version.isBelieved = false;
      if (version.ground.validFrom < validFrom)
        this.#versions.push({ ground: { ...version.ground, validTo: validFrom }, isBelieved: true });
    }
    this.#versions.push({ ground, isBelieved: true });
    return { uuid, from: validFrom };
  }

  /** The same beliefs, to be changed by themselves. */
  copy(): UnitsInMemory {
    const copy = new UnitsInMemory();
    copy.#versions = this.#versions.map((version) => ({ ...version }));
    return copy;
  }
}
