import { type GridUnit, unitOfRef, type UnitRef } from '../../grids/index.js';
import type { Successions } from '../../lineage/index.js';
import type { BuildingPoint } from '../compute/crosswalk-input.js';
import type { LinkDecision } from '../decisions/link-decision.js';
import type { DecisionReadModel } from '../decisions/ports.js';
import type { GridLink } from '../link.js';
import type { CityModel } from '../model/link-table.js';
import { addressEvidence } from './address-evidence.js';
import { areaEvidence, replayedArea } from './area-evidence.js';
import { codeEvidence } from './code-evidence.js';
import { comparedBy, type ComparedPair } from './compared-pair.js';
import { decisionEvidence } from './decision-evidence.js';
import type { EvidenceKind, LinkEvidence, LinkExplanation } from './evidence.js';
import { householdEvidence } from './household-evidence.js';
import { lineageEvidence } from './lineage-evidence.js';
import type { CommonArea, PairRecords } from './ports.js';
import { notOnThatDay, whyNothing, whyThisBasis } from './verdict.js';

/** More decisions about one unit than anybody has taken. */
const mostDecisions = 500;

/** What explaining asks. */
export interface ExplainingSources {
  readonly records: PairRecords;
  readonly decisions: Pick<DecisionReadModel, 'page'>;
  readonly buildings: () => Promise<readonly BuildingPoint[]>;
  readonly commonArea: CommonArea;
  readonly successions: Pick<Successions, 'ofNames'>;
}

/** Tells why two units are linked as they are: every step from what was published and from the two units themselves. */
export class LinkExplainer {
  readonly #sources: ExplainingSources;

  constructor(sources: ExplainingSources) {
    this.#sources = sources;
  }

  /**
   * Explains the link of `a` with `b` as one model answers it, seen from `a`; null where one of the ids was never used.
   * Throws `BAD_USER_INPUT` for a layer that the office does not keep, `AMBIGUOUS_ID` where an id stands in several of its layers.
   */
  async explain(model: CityModel, refA: UnitRef, refB: UnitRef): Promise<LinkExplanation | null> {
    const [a, b] = [unitOfRef(model, refA), unitOfRef(model, refB)];
    if (a && b) return this.#explainPair(model, a, b);
    const lineage = [
      await this.#lineage(model, { side: 'A', ref: refA, unit: a }),
      await this.#lineage(model, { side: 'B', ref: refB, unit: b }),
    ];
    if ((!a && !lineage[0]) || (!b && !lineage[1])) return null;
    const steps = lineage.filter((step) => step !== null);
    return { ...withoutLink(model), a, b, steps, sentence: notOnThatDay(model) };
  }

  async #lineage(
    model: CityModel,
    { side, ref, unit }: { readonly side: 'A' | 'B'; readonly ref: UnitRef; readonly unit: GridUnit | null },
  ): Promise<LinkEvidence | null> {
    if (unit) return null;
    const [found] = await this.#sources.successions.ofNames(model, [ref]);
    return found && found !== 'AMBIGUOUS' ? lineageEvidence(side, found, model) : null;
  }

  async #explainPair(model: CityModel, a: GridUnit, b: GridUnit): Promise<LinkExplanation> {
    const pair = { model, a, b, published: await this.#sources.records.linksBetween(a.uuid, b.uuid, model) };
    const steps = await this.#stepsOf(pair);
    const answer = model.links.of(a, { layerKeys: new Set([b.layer.key]) }).find(({ grid }) => grid === b) ?? null;
    if (!answer) return { ...withoutLink(model), a, b, steps, sentence: whyNothing(pair, steps) };
    const { basis, weight, inverseWeight, areaM2, confidence } = answer;
    const decided = steps.map((step) => (step.kind === kindOf(answer) ? { ...step, decides: true } : step));
    return {
      ...{ a, b, at: model.at, knownAt: model.knownAt, basis, weight, inverseWeight, areaM2, confidence },
      steps: decided,
      sentence: whyThisBasis(answer, steps),
      replayedWeight: this.#replay(pair, answer, decided),
    };
  }

  async #stepsOf(pair: ComparedPair): Promise<readonly LinkEvidence[]> {
    if (pair.a.layer === pair.b.layer) return [];
    const points = comparedBy(pair) === 'ADDRESS' ? await this.#sources.buildings() : [];
    const computed = [
      areaEvidence(pair, this.#sources.commonArea),
      householdEvidence(pair),
      addressEvidence(pair, points),
      codeEvidence(pair),
    ].filter((step) => step !== null);
    const weight = computed.find((step) => step.weight !== null && step.kind !== 'HOUSEHOLDS')?.weight ?? null;
    return [...computed, ...decisionEvidence(pair, await this.#decisionsOn(pair.a, pair.b), weight)];
  }

  /** Every decision that names one of the two, once. */
  async #decisionsOn(a: GridUnit, b: GridUnit): Promise<readonly LinkDecision[]> {
    const asked = [a, b].map(({ department, localId, layer }) => ({
      unit: { department, localId, layer: layer.key },
      documentNumber: null,
      inForce: null,
    }));
    const pages = await Promise.all(asked.map((query) => this.#sources.decisions.page(query, { first: mostDecisions, after: null })));
    return [...new Map(pages.flat().map((decision) => [decision.uuid, decision])).values()];
  }

  #replay(pair: ComparedPair, { basis }: GridLink, steps: readonly LinkEvidence[]): number | null {
    // The outlines are overlaid once more; buildings and codes were gone through anew for their steps.
    return basis === 'AREA' ? replayedArea(pair, this.#sources.commonArea) : (steps.find(({ decides }) => decides)?.weight ?? null);
  }
}

function kindOf({ basis }: GridLink): EvidenceKind {
  return basis === 'DECLARED' ? 'DECLARATION' : basis;
}

function withoutLink({ at, knownAt }: CityModel): Omit<LinkExplanation, 'a' | 'b' | 'steps' | 'sentence'> {
  return { at, knownAt, basis: null, weight: null, inverseWeight: null, areaM2: null, confidence: null, replayedWeight: null };
}
