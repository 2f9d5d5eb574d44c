import type { OwnFieldReader, OwnUnitKey, OwnValues } from '../../src/departments/contract.js';
import { CityError } from '../../src/kernel/city-error.js';
import type { SourceId } from '../../src/kernel/ids.js';
import type { Scope } from '../../src/kernel/scope.js';

/** An office's front database in memory: it keeps what it is given, counts how often it is asked, and can be away. */
export class FakeOwnFieldReader implements OwnFieldReader {
  /** The keys of every call, in order. */
  readonly unitCalls: (readonly OwnUnitKey[])[] = [];
  readonly matterCalls: (readonly SourceId[])[] = [];
  isAway = false;
  readonly #units = new Map<string, OwnValues>();
  readonly #matters = new Map<SourceId, OwnValues>();

  keepUnit(key: OwnUnitKey, values: OwnValues): void {
    this.#units.set(textOf(key), values);
  }

  keepMatter(localId: SourceId, values: OwnValues): void {
    this.#matters.set(localId, values);
  }

  ofUnits(_scope: Scope, keys: readonly OwnUnitKey[]): Promise<readonly (OwnValues | null)[]> {
    this.unitCalls.push(keys);
    return this.#answer(keys.map((key) => this.#units.get(textOf(key)) ?? null));
  }

  ofMatters(_scope: Scope, localIds: readonly SourceId[]): Promise<readonly (OwnValues | null)[]> {
    this.matterCalls.push(localIds);
    return this.#answer(localIds.map((localId) => this.#matters.get(localId) ?? null));
  }

  #answer(rows: readonly (OwnValues | null)[]): Promise<readonly (OwnValues | null)[]> {
    if (!this.isAway) return Promise.resolve(rows);
    return Promise.reject(
      new CityError({
        code: 'SOURCE_UNAVAILABLE',
        fault: 'department',
        message: 'Expected the front database to answer, it is away.',
        hint: 'Ask again later.',
      }),
    );
  }
}

const textOf = ({ layerKey, generation, localId }: OwnUnitKey): string => JSON.stringify([layerKey, generation, localId]);
