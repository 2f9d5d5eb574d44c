/** The stages of the loop in their order (发现、研判、派单、受理、处置、反馈、核查、结案、评价), then what waits beside it and what ended otherwise. */
export const loopStages = [
  'REPORTED',
  'REVIEW',
  'DISPATCHED',
  'ACCEPTED',
  'HANDLING',
  'FEEDBACK',
  'VERIFICATION',
  'CLOSED',
  'EVALUATED',
  'ASIDE',
  'ENDED',
] as const;

/** One of {@link loopStages}; the database's function `matter_stage` tells it of a state. */
export type LoopStage = (typeof loopStages)[number];

/** The stages in which nothing more has to happen; a matter in them is not stuck. */
export const restingStages: ReadonlySet<LoopStage> = new Set(['CLOSED', 'EVALUATED', 'ENDED']);
