/** Who judges: the resident who is called back, the township that whistled, or a department that answered the whistle. */
export const evaluationSides = ['RESIDENT', 'TOWNSHIP', 'DEPARTMENT'] as const;

/** One of {@link evaluationSides}. */
export type EvaluationSide = (typeof evaluationSides)[number];

/** What one side says of an organisation in one matter, once. */
export interface Evaluation {
  readonly uuid: string;
  readonly matterUuid: string;
  readonly side: EvaluationSide;
  /** Who is judged. */
  readonly ofOrganisationUuid: string;
  /** Who judges; null for a resident. */
  readonly byOrganisationUuid: string | null;
  /** Null where it was not asked. */
  readonly responded: boolean | null;
  readonly solved: boolean | null;
  readonly satisfied: boolean | null;
  /** 0 to 100. */
  readonly score: number | null;
  readonly evaluatedAt: Date;
}
