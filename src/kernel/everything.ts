import { dataClasses, type Scope } from './scope.js';

/**
 * The scope that hides nothing. For the house's own work alone, which must not depend on who happens to ask: computing, telling a reporter
 * the matter that it reported itself. No resolver, no office and no gateway may import it (dependency-rules.cjs).
 */
export const everything: Scope = {
  jurisdiction: null,
  gridUuids: null,
  readings: Object.fromEntries(
    dataClasses.map((dataClass) => [dataClass, { owners: null, conditional: [] }]),
  ) as unknown as Scope['readings'],
  organisation: null,
  sealedHidden: [],
  key: 'everything',
};
