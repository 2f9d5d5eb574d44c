import { divisionCodeFault } from '../../../kernel/code-shape.js';
import { type CityCodes, codeFault } from './principal-claims.js';

/** The city that principals act in, as it is loaded. */
export interface CredentialCity {
  readonly code: string;
  readonly divisionScheme: 'cn-2-2-2-3-3' | 'opaque';
}

/** What claims and keys of a city are judged by. */
export function cityCodesOf({ divisionScheme }: CredentialCity, offices: readonly string[]): CityCodes {
  return { offices, divisionFault: divisionScheme === 'opaque' ? codeFault : divisionCodeFault };
}
