/** What a link's weight is measured by; within one row (asked unit, target layer) bases are never mixed. */
export const linkBases = ['DECLARED', 'AREA', 'HOUSEHOLDS', 'ADDRESS', 'CODE'] as const;

/** One of {@link linkBases}. */
export type LinkBasis = (typeof linkBases)[number];

/** Which basis answers when none is asked for, first come first; HOUSEHOLDS only on request. */
export const preferredBases: readonly LinkBasis[] = ['DECLARED', 'AREA', 'ADDRESS', 'CODE'];
