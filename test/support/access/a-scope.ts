import { cityOwner, dataClasses, type Owner, type Reading, type Scope } from '../../../src/kernel/scope.js';

/** A scope that sees every owner's rows in the whole city, with whatever the test changes. */
export function aScope(changed: Partial<Scope> = {}): Scope {
  const scope = { jurisdiction: null, gridUuids: null, readings: readingsOf(null), organisation: null, sealedHidden: [], ...changed };
  return { ...scope, key: JSON.stringify(scope) };
}

/** The same reading of every class of data: of these owners, or of all of them; the city is the owner of what no office keeps. */
export function readingsOf(owners: readonly Owner[] | null, conditional: readonly Owner[] = []): Scope['readings'] {
  const reading: Reading = { owners: owners && [...owners, cityOwner], conditional };
  return Object.fromEntries(dataClasses.map((dataClass) => [dataClass, reading])) as Scope['readings'];
}
