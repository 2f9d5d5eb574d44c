/** Where facts are counted: once for each matter, each dispatch (its acceptance clock), each step taken, or each evaluation. */
export const factSources = ['MATTER', 'DISPATCH', 'STEP', 'EVALUATION'] as const;

/** One of {@link factSources}. */
export type FactSource = (typeof factSources)[number];

/** What is counted or added up, by the source that it is read from; storage says how. */
export const factsOfSource = {
  MATTER: [
    'reported',
    'open',
    'closed',
    'overdue',
    'overdueExempt',
    'redLight',
    'dueForHandling',
    'handledInTime',
    'dueForClosing',
    'closedProperly',
    'extended',
    'medianHours',
  ],
  DISPATCH: ['dispatchesWithLimit', 'answeredInTime'],
  STEP: ['dispatched', 'dispatchedUnopposed', 'objected', 'reworked'],
  EVALUATION: [
    'askedWhetherResponded',
    'responded',
    'askedWhetherSolved',
    'solved',
    'askedWhetherSatisfied',
    'satisfied',
    'townshipScores',
    'townshipScoreSum',
    'departmentScores',
    'departmentScoreSum',
  ],
} as const satisfies Readonly<Record<FactSource, readonly string[]>>;

/** A figure that a metric is made of. */
export type Fact = (typeof factsOfSource)[FactSource][number];

const sourceOfFact = new Map<Fact, FactSource>(factSources.flatMap((source) => factsOfSource[source].map((fact) => [fact, source])));

/** The source that a fact is read from. */
export function sourceOf(fact: Fact): FactSource {
  return sourceOfFact.get(fact)!;
}
