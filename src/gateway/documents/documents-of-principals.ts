import type { Pins } from '../../features/access/index.js';
import type { Principal } from '../../kernel/principal.js';
import type { DocumentPolicy } from './document-policy.js';
import { KeptDocuments } from './kept-documents.js';

/** What documents are kept, and whether they bind. */
export interface KeepingDocuments {
  /** Those of the house, for everybody. */
  readonly house: KeptDocuments;
  readonly pinsOf: (principal: Principal) => Pins;
  readonly bindsRoles: boolean;
}

/** Keeps for each principal the documents of the house and its pins; where roles bind, pins of its own bind whatever its role. */
export function documentsOfPrincipals({ house, pinsOf, bindsRoles }: KeepingDocuments): DocumentPolicy {
  const known = new WeakMap<Pins, KeptDocuments>();
  const withHouse = (pins: Pins): KeptDocuments => {
    const kept = known.get(pins) ?? (pins.all.length === 0 ? house : new KeptDocuments([...house.all, ...pins.all]));
    known.set(pins, kept);
    return kept;
  };
  return {
    bindsRoles,
    keptFor: (principal) => {
      const pins = pinsOf(principal);
      return Promise.resolve({ documents: withHouse(pins), bound: bindsRoles && pins.hasOwn });
    },
  };
}
