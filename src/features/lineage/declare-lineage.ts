import { CityError } from '../../kernel/city-error.js';
import type { Clock } from '../../kernel/clock.js';
import type { CalendarDate } from '../../kernel/dates.js';
import type { SourceId } from '../../kernel/ids.js';
import type { Outbound } from '../../kernel/outbound.js';
import { cityOwner } from '../../kernel/scope.js';
import type { Sql } from '../../kernel/sql.js';
import {
  type Acted,
  type Acting,
  actOnce,
  type ActParts,
  checkedDeclaration,
  type Declaration,
  type FindOrganisation,
} from '../access/index.js';
import { checkWhole } from './lineage-contradiction.js';
import type { LineageKind, LineageUnit } from './lineage-step.js';
import type { LineageReader, LineageWriter } from './ports.js';
import { declaredStep } from './steps-for-offices.js';

/** What somebody declares of two units of one layer, where neither outlines nor codes tell it. */
export interface LineageDeclaration extends Declaration {
  readonly idempotencyKey: string;
  readonly layerKey: string;
  readonly kind: LineageKind;
  readonly from: SourceId;
  readonly to: SourceId;
  /** Shares as of a step. */
  readonly weight: number;
  readonly inverseWeight: number;
  readonly effectiveOn: CalendarDate;
}

/** What declaring needs. */
export interface LineageDeclarationParts extends ActParts {
  readonly lineage: LineageWriter;
  /** Reads in the act's own transaction. */
  readonly readerOf: (sql: Sql) => LineageReader;
  readonly findOrganisation: FindOrganisation;
  readonly outbound: Outbound;
  readonly clock: Clock;
}

/** The unit that was declared to have a successor. */
export type DeclaredIds = { readonly from: string; readonly to: string };

/** Takes what people declare of lineage. */
export class LineageDeclarations {
  readonly #parts: LineageDeclarationParts;

  constructor(parts: LineageDeclarationParts) {
    this.#parts = parts;
  }

  /** Declares a step once for its key; throws `BAD_USER_INPUT`, `NOT_FOUND`, `CONFLICT` for a circle, for shares of more than the whole or against a filed redraw, or `IDEMPOTENCY_KEY_REUSED`, having changed nothing. */
  declare(given: LineageDeclaration, acting: Acting): Promise<Acted<DeclaredIds>> {
    const { idempotencyKey, ...input } = given;
    return actOnce({ ...acting, name: 'declareLineage', idempotencyKey, input }, this.#parts, async (sql, concerning) => {
      const { document, organisation, role } = checkedDeclaration(input);
      checkShares(given);
      const { kind, weight, inverseWeight, effectiveOn, layerKey } = given;
      const reader = this.#parts.readerOf(sql);
      const units = await reader.unitsNamed(
        [given.from, given.to].map((localId) => ({ department: null, localId, layer: layerKey })),
        null,
      );
      const from = unitOn(
        units.filter(({ place }) => place === 0),
        { localId: given.from, day: effectiveOn, isOld: true },
      );
      const to = unitOn(
        units.filter(({ place }) => place === 1),
        { localId: given.to, day: effectiveOn, isOld: false },
      );
      concerning({ owners: [from.department ?? cityOwner], divisions: [from.divisionCode, to.divisionCode] });
      const step = { kind, basis: 'DECLARED' as const, fromUuid: from.uuid, toUuid: to.uuid, weight, inverseWeight, effectiveOn };
      checkWhole(step, (await reader.graph([from.uuid, to.uuid], 'FORWARD', null)).steps);
      const organisationUuid = await this.#parts.findOrganisation(sql, organisation);
      const subject = acting.principal.subject;
      await this.#parts.lineage.add(sql, [step], { redrawUuid: null, runId: null, document, subject, role, organisationUuid });
      if (from.department !== null) {
        const told = { department: from.department, by: [subject, idempotencyKey], at: this.#parts.clock.now() };
        await this.#parts.outbound.append(sql, [declaredStep(given, told)]);
      }
      return { from: from.uuid, to: to.uuid };
    });
  }
}

/** The old unit is the newest that had begun before the day, the new one the newest that has begun by it. */
function unitOn(
  generations: readonly LineageUnit[],
  { localId, day, isOld }: { readonly localId: SourceId; readonly day: CalendarDate; readonly isOld: boolean },
): LineageUnit {
  const found = generations.findLast(({ validFrom }) => (isOld ? validFrom < day : validFrom <= day));
  if (found) return found;
  const said = isOld ? 'began before' : 'had begun by';
  throw new CityError({
    code: 'NOT_FOUND',
    message: `Expected a unit of the layer that ${said} ${day}, got ${JSON.stringify(localId)}.`,
    messageZh: `该图层没有在 ${day} ${isOld ? '之前' : '当日或之前'}启用的单元 ${localId}。`,
    hint: 'The query lineage shows every use of an id with its period.',
  });
}

function checkShares({ kind, from, to, weight, inverseWeight }: LineageDeclaration): void {
  for (const [name, share] of Object.entries({ weight, inverseWeight })) {
    if (!(share > 0 && share <= 1))
      throw badInput(`${name}: expected a share above 0 and at most 1, got ${share}.`, `${name}：应大于 0 且不大于 1，收到 ${share}。`);
  }
  const isOne = from === to;
  const mayBeOne = kind === 'RENAMED' || kind === 'REPARENTED';
  if (isOne && !mayBeOne) throw badInput(`to: expected another unit than ${from} for ${kind}.`, `to：${kind} 应为 ${from} 以外的单元。`);
  const mustBeWhole = mayBeOne || kind === 'RECODED';
  if (mustBeWhole && (weight !== 1 || inverseWeight !== 1))
    throw badInput(`weight: expected 1 both ways for ${kind}, which keeps the ground.`, `weight：${kind} 地域不变，双向权重均应为 1。`);
}

function badInput(message: string, messageZh: string): CityError {
  return new CityError({ code: 'BAD_USER_INPUT', message, messageZh });
}
