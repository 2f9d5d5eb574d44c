import { groupBy } from '../../../../kernel/group-by.js';
import type { Sql } from '../../../../kernel/sql.js';
import type { StatementOrigin } from '../../../access/index.js';
import type { ArrivalTerms, ListLineArrival } from '../../arrivals.js';
import type { ListKind } from '../../list.js';
import type { NewEdition, NewLine } from '../../publishing/ports.js';
import { lockEditions } from './edition-table.js';
import { insertEdition } from './insert-edition.js';
import { itemColumns, itemOf, type ItemRow } from './item-row.js';

interface HeldEdition {
  readonly uuid: string;
  readonly kind: ListKind;
  readonly number: number;
  readonly effectiveFrom: string;
  readonly document: string;
  readonly origin: StatementOrigin;
}

interface PackEdition extends NewEdition {
  readonly document: string;
}

/** Brings a pack's editions into the index; what a person published stands. Answers how many editions changed. */
export async function writeLists(sql: Sql, arrivals: readonly ListLineArrival[], { recordedAt, complete }: ArrivalTerms): Promise<number> {
  await lockEditions(sql);
  const given = editionsOf(arrivals, await organisationsOf(sql, arrivals));
  const held = await believed(sql);
  const gone = complete ? held.filter((one) => one.origin === 'PACK' && !given.some((edition) => isSame(one, edition))) : [];
  await close(sql, gone, recordedAt);
  let changed = gone.length;
  for (const edition of given) changed += (await writeEdition(sql, edition, { held, recordedAt })) ? 1 : 0;
  return changed;
}

async function writeEdition(
  sql: Sql,
  edition: PackEdition,
  { held, recordedAt }: { readonly held: readonly HeldEdition[]; readonly recordedAt: Date },
): Promise<boolean> {
  const known = held.find((one) => isSame(one, edition));
  if (known !== undefined && (known.origin === 'DECLARED' || (await saysTheSame(sql, known, edition)))) return false;
  if (known !== undefined) await close(sql, [known], recordedAt);
  await insertEdition(sql, { ...edition, origin: 'PACK', by: null, recordedAt });
  return true;
}

const isSame = (one: Pick<NewEdition, 'kind' | 'number'>, other: Pick<NewEdition, 'kind' | 'number'>): boolean =>
  one.kind === other.kind && one.number === other.number;

function editionsOf(arrivals: readonly ListLineArrival[], organisations: ReadonlyMap<string, string>): readonly PackEdition[] {
  const byEdition = groupBy(arrivals, ({ kind, edition }) => `${kind} ${edition}`);
  return [...byEdition.values()].map((lines) => {
    const { kind, edition, effectiveFrom, publishedBy } = lines[0]!;
    return { kind, number: edition, effectiveFrom, document: publishedBy, lines: lines.map((line) => lineOf(line, organisations)) };
  });
}

function lineOf(arrival: ListLineArrival, organisations: ReadonlyMap<string, string>): NewLine {
  const { category, divisionCode, organisationCode, task, document, temporary, validFrom, validTo } = arrival;
  const organisationUuid = organisationCode === null ? null : organisations.get(organisationCode)!;
  return { category, divisionCode, organisationUuid, task, document, temporary, validFrom, validTo, applicationUuid: null };
}

async function organisationsOf(sql: Sql, arrivals: readonly ListLineArrival[]): Promise<ReadonlyMap<string, string>> {
  const codes = [...new Set(arrivals.flatMap(({ organisationCode }) => organisationCode ?? []))];
  const rows = await sql.query<{ code: string; uuid: string }>(`select code, id as uuid from organisation where code = any($1)`, [codes]);
  return new Map(rows.map(({ code, uuid }) => [code, uuid]));
}

function believed(sql: Sql): Promise<readonly HeldEdition[]> {
  return sql.query<HeldEdition>(
    `select id as uuid, kind, number, effective_from::text as "effectiveFrom", document, origin from list_edition where recorded_to is null`,
  );
}

async function saysTheSame(sql: Sql, held: HeldEdition, { effectiveFrom, document, lines }: PackEdition): Promise<boolean> {
  if (held.effectiveFrom !== effectiveFrom || held.document !== document) return false;
  const rows = await sql.query<ItemRow>(`select ${itemColumns} from list_item item where item.edition_id = $1 order by item.ordinal`, [
    held.uuid,
  ]);
  return JSON.stringify(rows.map(itemOf).map(contentOf)) === JSON.stringify(lines.map(contentOf));
}

function contentOf({
  category,
  divisionCode,
  organisationUuid,
  task,
  document,
  temporary,
  validFrom,
  validTo,
}: Omit<NewLine, 'applicationUuid'>): unknown {
  const { standard, kind, code } = category;
  return [standard, kind, code, divisionCode, organisationUuid, task, document, temporary, validFrom, validTo];
}

async function close(sql: Sql, editions: readonly HeldEdition[], recordedAt: Date): Promise<void> {
  if (editions.length === 0) return;
  await sql.query(`update list_edition set recorded_to = $2 where id = any($1::uuid[])`, [editions.map(({ uuid }) => uuid), recordedAt]);
}
