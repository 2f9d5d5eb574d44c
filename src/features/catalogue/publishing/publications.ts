import { CityError } from '../../../kernel/city-error.js';
import { type CalendarDate, dateIn } from '../../../kernel/dates.js';
import type { SourceId } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import { type Acted, type Acting, actOnce, checkedDeclaration, declarantOf, type Declaration } from '../../access/index.js';
import type { ListKind, ListLine } from '../list.js';
import { wholeCity } from './admissions.js';
import { admittedLines } from './admitted-lines.js';
import { checkedTerms } from './checked-line.js';
import { checkCategories } from './known-categories.js';
import { checkLinesApart } from './lines-apart.js';
import type { NewestEdition, NewLine, PublishingParts } from './ports.js';

/** What every publication says. */
export interface Publication extends Declaration {
  readonly idempotencyKey: string;
  /** The first day of the edition; today or later, and after that of the newest one. */
  readonly effectiveFrom: CalendarDate;
  /** Number of the newest edition that the caller knows; 0 where there is none. */
  readonly expectedEdition: number;
}

/** The next edition of the admission list: the newest one's lines but those retired, and what was accepted. */
export interface AdmissionPublication extends Publication {
  /** Uuids of accepted applications; null for all. */
  readonly applications: readonly string[] | null;
  /** Uuids of lines of the newest edition that end with it. */
  readonly retire: readonly string[];
}

/** A line as whoever publishes writes it. */
export interface WrittenLine extends Omit<ListLine, 'organisationUuid' | 'validFrom'> {
  /** Any code of the organisation. */
  readonly organisation: SourceId | null;
  /** Null: with the edition. */
  readonly validFrom: CalendarDate | null;
}

/** The next edition of the whistle list or the duty list, whole. */
export interface ListPublication extends Publication {
  readonly lines: readonly WrittenLine[];
}

/** Lines of one edition, at most. */
export const mostLines = 2_000;

type EditionIds = { readonly edition: string };
type WholeList = Exclude<ListKind, 'ADMISSION'>;

const nameOf = { WHISTLE: 'publishWhistleList', DUTY: 'publishDutyList' } as const;

/** Publishes editions of the lists that govern. */
export class Publications {
  readonly #parts: PublishingParts;

  constructor(parts: PublishingParts) {
    this.#parts = parts;
  }

  /** Publishes once for its key; throws `DATE_INVALID`, `NOT_FOUND`, `CONFLICT`, `FORBIDDEN`, …, having changed nothing. */
  publishAdmissions(given: AdmissionPublication, acting: Acting): Promise<Acted<EditionIds>> {
    const { idempotencyKey, ...input } = given;
    const { editions, applications } = this.#parts;
    return actOnce({ ...acting, name: 'publishAdmissionList', idempotencyKey, input }, this.#parts, async (sql, concerning) => {
      concerning(wholeCity);
      await editions.lock(sql);
      const newest = await this.#newest(sql, 'ADMISSION', input);
      const lines = admittedLines(input, { newest, accepted: await applications.accepted(sql) });
      return this.#publish(sql, { kind: 'ADMISSION', input, lines, newest }, acting);
    });
  }

  /** Publishes a whole list once for its key; throws as {@link publishAdmissions} does. */
  publishList(kind: WholeList, given: ListPublication, acting: Acting): Promise<Acted<EditionIds>> {
    const { idempotencyKey, ...input } = given;
    return actOnce({ ...acting, name: nameOf[kind], idempotencyKey, input }, this.#parts, async (sql, concerning) => {
      concerning(wholeCity);
      await this.#parts.editions.lock(sql);
      const newest = await this.#newest(sql, kind, input);
      const lines = await this.#written(sql, kind, input);
      return this.#publish(sql, { kind, input, lines, newest }, acting);
    });
  }

  /** The newest edition, where the caller knows it and the new one comes after it and not in the past. */
  async #newest(
    sql: Sql,
    kind: ListKind,
    { effectiveFrom, expectedEdition }: Omit<Publication, 'idempotencyKey'>,
  ): Promise<NewestEdition | null> {
    const newest = await this.#parts.editions.newest(sql, kind);
    if ((newest?.number ?? 0) !== expectedEdition) throw otherEdition(newest, expectedEdition);
    const today = dateIn(this.#parts.timeZone(), this.#parts.clock.now());
    if (effectiveFrom < today) throw tooEarly(`${today} or later`, `${today} 或之后`, effectiveFrom);
    if (newest !== null && effectiveFrom <= newest.effectiveFrom)
      throw tooEarly(
        `a day after ${newest.effectiveFrom}, on which edition ${newest.number} begins`,
        `${newest.effectiveFrom}（第 ${newest.number} 版起始日）之后`,
        effectiveFrom,
      );
    return newest;
  }

  async #written(
    sql: Sql,
    kind: WholeList,
    { lines, effectiveFrom }: Omit<ListPublication, 'idempotencyKey'>,
  ): Promise<readonly NewLine[]> {
    if (lines.length === 0 || lines.length > mostLines) throw wrongCount(lines.length);
    const named = kind === 'DUTY' ? lines.find(({ organisation }) => organisation === null) : undefined;
    if (named !== undefined) throw nobodyAnswers(named);
    const divisions = [...new Set(lines.flatMap(({ divisionCode }) => divisionCode ?? []))];
    const [unknown] = await this.#parts.editions.unknownDivisions(sql, divisions, effectiveFrom);
    if (unknown !== undefined) throw unknownDivision(unknown, effectiveFrom);
    await checkCategories(
      lines.map(({ category }) => category),
      this.#parts.sourcesOn(sql).categories,
    );
    const organisations = await this.#organisationsOf(sql, lines);
    const written = lines.map(({ organisation, validFrom, ...line }) => ({
      ...checkedTerms({ ...line, validFrom: validFrom ?? effectiveFrom }),
      organisationUuid: organisation === null ? null : organisations.get(organisation)!,
      applicationUuid: null,
    }));
    checkLinesApart(written);
    return written;
  }

  async #organisationsOf(sql: Sql, lines: readonly WrittenLine[]): Promise<ReadonlyMap<SourceId, string>> {
    const found = new Map<SourceId, string>();
    for (const code of new Set(lines.flatMap(({ organisation }) => organisation ?? []))) {
      found.set(code, await this.#parts.findOrganisation(sql, code));
    }
    return found;
  }

  async #publish(
    sql: Sql,
    {
      kind,
      input,
      lines,
      newest,
    }: {
      readonly kind: ListKind;
      readonly input: Omit<Publication, 'idempotencyKey'>;
      readonly lines: readonly NewLine[];
      readonly newest: NewestEdition | null;
    },
    acting: Acting,
  ): Promise<EditionIds> {
    const declarant = await declarantOf(sql, checkedDeclaration(input), { ...this.#parts, ...acting });
    const edition = { kind, number: (newest?.number ?? 0) + 1, effectiveFrom: input.effectiveFrom, lines };
    return { edition: await this.#parts.editions.publish(sql, edition, declarant) };
  }
}

function otherEdition(newest: NewestEdition | null, expected: number): CityError {
  const number = newest?.number ?? 0;
  return new CityError({
    code: 'CONFLICT',
    message: `expectedEdition: expected the number of the newest edition, ${number}, got ${expected}.`,
    messageZh: `expectedEdition：最新为第 ${number} 版，收到 ${expected}。`,
    hint: 'Somebody published meanwhile: look at catalogueEditions again.',
    details: { edition: number },
  });
}

function tooEarly(expected: string, expectedZh: string, got: CalendarDate): CityError {
  return new CityError({
    code: 'DATE_INVALID',
    message: `effectiveFrom: expected ${expected}, got ${got}.`,
    messageZh: `effectiveFrom：应为 ${expectedZh}，收到 ${got}。`,
    hint: 'What was judged by an edition in the past stays judged by it.',
  });
}

function wrongCount(count: number): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `lines: expected 1 to ${mostLines}, got ${count}.`,
    messageZh: `lines：应为 1 到 ${mostLines} 条，收到 ${count} 条。`,
  });
}

function nobodyAnswers({ category }: WrittenLine): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `lines: the duty list names for each category who must answer; ${category.code} names no organisation.`,
    messageZh: `lines：报到职责清单每条须写明应哨组织，${category.code} 未写。`,
  });
}

function unknownDivision(code: string, at: CalendarDate): CityError {
  return new CityError({
    code: 'NOT_FOUND',
    message: `No division ${code} stands on ${at}.`,
    messageZh: `${at} 没有行政区划 ${code}。`,
    hint: 'The query city shows the divisions.',
  });
}
