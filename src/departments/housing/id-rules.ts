import { opaqueIdFault } from '../../kernel/code-shape.js';
import type { IdRule } from '../contract.js';

/** The rules of this office's ids by id scheme. */
export const idRules: Readonly<Record<string, IdRule>> = {
  opaque: opaqueIdFault,
};
