/** Who judges: the resident who is called back, the township that dispatched or whistled, or a department that handled. */
export const evaluationSides = ['RESIDENT', 'TOWNSHIP', 'DEPARTMENT'] as const;

/** One of {@link evaluationSides}. */
export type EvaluationSide = (typeof evaluationSides)[number];

/** What one side says. */
export interface Judgement {
  /** Null where it was not asked. */
  readonly responded: boolean | null;
  readonly solved: boolean | null;
  readonly satisfied: boolean | null;
  /** 0 to 100. */
  readonly score: number | null;
}

/** What a step of evaluation carries. */
export interface Scores extends Judgement {
  readonly side: EvaluationSide;
  /** Code of the organisation that is judged; null: whoever led the matter, or of a department's side whoever dispatched it. */
  readonly organisation: string | null;
}

/** What one side says of an organisation in one matter, once. */
export interface Evaluation extends Judgement {
  readonly uuid: string;
  readonly matterUuid: string;
  readonly side: EvaluationSide;
  /** Who is judged. */
  readonly ofOrganisationUuid: string;
  /** Who judges; null for a resident. */
  readonly byOrganisationUuid: string | null;
  readonly evaluatedAt: Date;
}
