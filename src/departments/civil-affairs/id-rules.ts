import { divisionCodeFault } from '../../kernel/code-shape.js';
import { creditCodeFault } from '../../kernel/credit-code.js';
import type { IdRule } from '../contract.js';

/** The rules of this office's ids by id scheme. */
export const idRules: Readonly<Record<string, IdRule>> = {
  'cn-credit-code': creditCodeFault,
  'cn-division': divisionCodeFault,
};
