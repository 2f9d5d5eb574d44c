import type { Successions } from '../../lineage/index.js';
import type { CityModel } from '../model/link-table.js';
import type { LinkQuestion } from './link-wish.js';
import { type DepartmentalId, type IdResolution, resolveIds } from './resolve-ids.js';
import { resolveRetired } from './resolve-retired.js';

/** Resolves ids, those that are no longer in force too. */
export class IdResolver {
  readonly #successions: Pick<Successions, 'ofNames'>;

  constructor(successions: Pick<Successions, 'ofNames'>) {
    this.#successions = successions;
  }

  /** Resolves ids against one model, in the order asked. Throws `BAD_USER_INPUT` for a layer that the city does not have. */
  async resolve(model: CityModel, ids: readonly DepartmentalId[], question: LinkQuestion): Promise<readonly IdResolution[]> {
    const answers = resolveIds(model, ids, question);
    const unknown = answers.flatMap((answer, index) => (answer.status === 'UNKNOWN' ? [index] : []));
    return unknown.length === 0 ? answers : this.#withRetired(model, { answers, unknown, ids, question });
  }

  /** An id that this date's model does not know may have been valid at another. */
  async #withRetired(model: CityModel, { answers, unknown, ids, question }: Unanswered): Promise<readonly IdResolution[]> {
    const found = await this.#successions.ofNames(
      model,
      unknown.map((index) => ids[index]!),
    );
    const answered = [...answers];
    for (const [place, succession] of found.entries()) {
      const index = unknown[place]!;
      if (succession === 'AMBIGUOUS') answered[index] = { ...answers[index]!, status: 'AMBIGUOUS' };
      else if (succession !== null) answered[index] = resolveRetired(model, ids[index]!, { succession, question });
    }
    return answered;
  }
}

/** Answers with the positions of the ids that the model did not know. */
interface Unanswered {
  readonly answers: readonly IdResolution[];
  readonly unknown: readonly number[];
  readonly ids: readonly DepartmentalId[];
  readonly question: LinkQuestion;
}
