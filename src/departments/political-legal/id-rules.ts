import { communitySerialFault } from '../../kernel/code-shape.js';
import type { IdRule } from '../contract.js';

/** The rules of this office's ids by id scheme. */
export const idRules: Readonly<Record<string, IdRule>> = {
  'cn-12-plus-3': communitySerialFault,
};
