import { digitsFault, opaqueIdFault } from '../../kernel/code-shape.js';
import type { IdRule } from '../contract.js';

/**
 * Says why an id is no unit grid code (单元网格标识码), or null when it is one: county 6, street 3, community 3, serial 3.
 * The community's three digits need not be those of the statistical register, so they are not looked up.
 */
export const unitGridFault: IdRule = (localId) => {
  const fault = digitsFault(localId, 15);
  return fault === null ? null : `${fault} (county 6, street 3, community 3, serial 3)`;
};

/** The rules of this office's ids by id scheme. */
export const idRules: Readonly<Record<string, IdRule>> = {
  'cn-unit-grid-15': unitGridFault,
  opaque: opaqueIdFault,
};
