/** What a link says of two matters: the first is the second once more; it takes up again the second, which is closed; it is the hotline's ticket of the second; they belong together. */
export const matterLinkKinds = ['DUPLICATE', 'REOPENS', 'TICKET', 'RELATED'] as const;

/** One of {@link matterLinkKinds}. */
export type MatterLinkKind = (typeof matterLinkKinds)[number];

/** How far a link has come: what a machine proposes counts only when a person has confirmed it. */
export const matterLinkStates = ['PROPOSED', 'CONFIRMED', 'REJECTED'] as const;

/** One of {@link matterLinkStates}. */
export type MatterLinkState = (typeof matterLinkStates)[number];

/** A link from one matter to an earlier one. */
export interface MatterLink {
  readonly fromUuid: string;
  readonly toUuid: string;
  readonly kind: MatterLinkKind;
  readonly state: MatterLinkState;
  /** Distance between their points; null where that was not what linked them. */
  readonly metres: number | null;
  /** Hours between their reports; null where that was not what linked them. */
  readonly hours: number | null;
  readonly madeAt: Date;
  /** When a person decided; null while nobody has. */
  readonly decidedAt: Date | null;
}
