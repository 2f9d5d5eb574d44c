import type { LimitArrival } from '../../../src/features/clocks/index.js';

/** A limit of three working days for handling anything anywhere, with whatever a test cares about. */
export function aLimit(parts: Partial<LimitArrival> = {}): LimitArrival {
  return {
    procedure: 'common',
    clock: 'HANDLING',
    standard: null,
    kind: null,
    categoryCode: null,
    divisionCode: null,
    condition: '',
    conditionZh: null,
    amount: 3,
    unit: 'WORKING_DAYS',
    document: null,
    validFrom: '2026-01-01',
    validTo: null,
    ...parts,
  };
}

/** The parts of a limit that name a category of the standard S. */
export const ofS = (categoryCode: string | null): Partial<LimitArrival> => ({ standard: 'S', kind: 'MATTER', categoryCode });
