import { CityError } from '../../kernel/city-error.js';
import type { CalendarDate } from '../../kernel/dates.js';
import type { DivisionCode, SourceId } from '../../kernel/ids.js';
import type { Sql } from '../../kernel/sql.js';
import {
  type Acted,
  type Acting,
  actOnce,
  checkedDeclaration,
  type Concern,
  type Declarant,
  declarantOf,
  type Declaration,
  type DeclaringParts,
} from '../access/index.js';

/** A category by its whole key; code `*` for the duty that covers all of a standard. */
export interface DutyCategory {
  readonly standard: string;
  readonly kind: string;
  readonly code: string;
}

/** What somebody declares of duties that pass to another organisation. */
export interface DutyMove extends Declaration {
  readonly idempotencyKey: string;
  /** Any code of the organisation that has the duties. */
  readonly from: SourceId;
  /** Any code of the one that is to have them. */
  readonly to: SourceId;
  /** Null: whatever the category. */
  readonly category: DutyCategory | null;
  /** Only duties of this very division; null: of all. */
  readonly division: DivisionCode | null;
  readonly effectiveFrom: CalendarDate;
}

/** A move with its organisations found. */
export interface FoundDutyMove extends Pick<DutyMove, 'category' | 'division' | 'effectiveFrom'> {
  readonly fromUuid: string;
  readonly toUuid: string;
}

/** Moves duties in the city index. */
export interface DutyMoveStore {
  /** Lets one move at a time look and write, to the end of the transaction. */
  lock(sql: Sql): Promise<void>;
  /** The offices that both organisations represent, the city where one represents none; their divisions, and those in which the duties lie. */
  concernOf(sql: Sql, move: FoundDutyMove): Promise<Concern>;
  /**
   * Ends the duties of the move on its day and begins them anew with the successor, on both clocks, and tells so.
   * Answers the uuid of the move; null where there was nothing to move, having written nothing.
   */
  move(sql: Sql, move: FoundDutyMove, declarant: Declarant): Promise<string | null>;
}

/** What the service needs. */
export interface DutyMoveParts extends DeclaringParts {
  readonly store: DutyMoveStore;
}

/** Passes duties from one organisation to another. */
export class DutyMoves {
  readonly #parts: DutyMoveParts;

  constructor(parts: DutyMoveParts) {
    this.#parts = parts;
  }

  /** Moves duties once for its key; throws `BAD_USER_INPUT`, `NOT_FOUND`, `AMBIGUOUS_ID` or `IDEMPOTENCY_KEY_REUSED`, having changed nothing. */
  move(given: DutyMove, acting: Acting): Promise<Acted<{ readonly move: string }>> {
    const { idempotencyKey, ...input } = given;
    const { store, findOrganisation } = this.#parts;
    return actOnce({ ...acting, name: 'moveDuties', idempotencyKey, input }, this.#parts, async (sql, concerning) => {
      const declaration = checkedDeclaration(input);
      await store.lock(sql);
      const found = { ...input, fromUuid: await findOrganisation(sql, input.from), toUuid: await findOrganisation(sql, input.to) };
      concerning(await store.concernOf(sql, found));
      if (found.fromUuid === found.toUuid) throw ofItself(input.to);
      const move = await store.move(sql, found, await declarantOf(sql, declaration, { ...this.#parts, ...acting }));
      if (move === null) throw nothingToMove(input);
      return { move };
    });
  }
}

function ofItself(to: SourceId): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `to: expected another organisation than from, got ${JSON.stringify(to)}, which is the same.`,
    messageZh: `to：应为 from 以外的组织，收到的 ${JSON.stringify(to)} 与其相同。`,
  });
}

function nothingToMove({ from, effectiveFrom }: Omit<DutyMove, 'idempotencyKey'>): CityError {
  return new CityError({
    code: 'NOT_FOUND',
    message: `The organisation ${JSON.stringify(from)} has no such duty on ${effectiveFrom} or later.`,
    messageZh: `组织 ${JSON.stringify(from)} 自 ${effectiveFrom} 起没有所指的职责。`,
    hint: 'A duty for all of a standard (code *) moves whole, and a duty moves with its own division: responsibleFor shows both.',
  });
}
