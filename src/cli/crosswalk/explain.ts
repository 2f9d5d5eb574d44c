import type { LinkEvidence, LinkExplanation } from '../../features/crosswalk/index.js';
import type { GridUnit } from '../../features/grids/index.js';
import { CityError } from '../../kernel/city-error.js';
import type { OnPlatform } from '../on-platform.js';
import { say, sayJson } from '../say.js';
import { modelOn } from './model-on.js';
import { unitArgument } from './unit-argument.js';

/** How an explanation is asked for. */
export interface ExplainFlags {
  readonly at?: string;
  readonly json: boolean;
}

/** Prints why two units are linked as they are; throws `NOT_FOUND` where an id was never used. */
export async function explainVerb([a, b]: readonly [string, string], { at, json }: ExplainFlags, on: OnPlatform): Promise<void> {
  await on(async ({ models, crosswalk }) => {
    const model = await modelOn(models, at);
    const told = await crosswalk.explainer.explain(model, unitArgument(a, model), unitArgument(b, model));
    if (!told) throw neverUsed(a, b);
    if (json) sayJson(plain(told));
    else say(explanationLines(told));
  });
}

/** The explanation as people read it: the verdict, then the evidence step by step, the decisive one marked. */
export function explanationLines(told: LinkExplanation): readonly string[] {
  const { at, a, b, basis, weight, inverseWeight, replayedWeight, confidence, steps, sentence } = told;
  const figures =
    basis === null
      ? 'no link'
      : `${basis}  weight ${weight}  inverse ${inverseWeight}  confidence ${confidence}  replayed ${replayedWeight}`;
  return [`a  ${unitLine(a)}`, `b  ${unitLine(b)}`, `on ${at}: ${figures}`, sentence.en, sentence.zh, ...steps.flatMap(stepLines)];
}

function unitLine(unit: GridUnit | null): string {
  return unit ? `${unit.layer.key}:${unit.localId} ${unit.name}` : 'not valid on that day';
}

function stepLines({ kind, decides, sentence, run }: LinkEvidence): readonly string[] {
  const from = run ? ` [run ${run.id}, ${run.engine}, ${run.computedAt.toISOString()}]` : '';
  return [`${decides ? '→' : ' '} ${kind.padEnd(11)} ${sentence.en}${from}`];
}

function plain({ a, b, steps, ...told }: LinkExplanation): object {
  const named = (unit: GridUnit | null): object | null => unit && { layer: unit.layer.key, localId: unit.localId, name: unit.name };
  return { a: named(a), b: named(b), ...told, steps: steps.map(({ lineage, ...step }) => ({ ...step, lineage: plainLineage(lineage) })) };
}

function plainLineage(lineage: LinkEvidence['lineage']): object | null {
  return (
    lineage && {
      ...lineage,
      successors: lineage.successors.map(({ grid, weight }) => ({ layer: grid.layer.key, localId: grid.localId, weight })),
    }
  );
}

function neverUsed(a: string, b: string): CityError {
  return new CityError({
    code: 'NOT_FOUND',
    message: `One of ${a} and ${b} was never the id of a unit.`,
    messageZh: `${a} 与 ${b} 之一从未是任何网格的编号。`,
    hint: 'npx allgrid crosswalk resolve tells what became of an id.',
  });
}
