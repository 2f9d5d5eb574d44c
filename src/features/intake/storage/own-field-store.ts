import type { DepartmentDefinition, OwnField, OwnFieldReader, OwnTable, OwnUnitKey, OwnValues } from '../../../departments/contract.js';
import { CityError } from '../../../kernel/city-error.js';
import { noteReads } from '../../../kernel/conditional-reads.js';
import { type SourceId, unitUuid, uuidOf } from '../../../kernel/ids.js';
import type { Scope } from '../../../kernel/scope.js';
import type { Sql } from '../../../kernel/sql.js';
import { readsOwner } from '../../../kernel/within-scope.js';

type Row = Readonly<Record<string, unknown>> & { readonly position: number };

/** Reads an office's own fields from its front database, many keys in one statement. */
export class OwnFieldStore implements OwnFieldReader {
  constructor(
    private readonly department: DepartmentDefinition,
    private readonly sql: Sql,
  ) {}

  async ofUnits(scope: Scope, keys: readonly OwnUnitKey[]): Promise<readonly (OwnValues | null)[]> {
    const table = this.department.unitFields;
    if (table === null || !this.#isRead(scope)) return keys.map(() => null);
    const answers = await this.#read(
      table,
      keys.length,
      `unnest($1::text[], $2::text[], $3::integer[]) with ordinality asked (layer_key, local_id, generation, position)
         join ${quoted(table.table)} own using (layer_key, local_id, generation)`,
      [keys.map(({ layerKey }) => layerKey), keys.map(({ localId }) => localId), keys.map(({ generation }) => generation)],
    );
    this.#note(scope, answers, (nth) => unitUuid(keys[nth]!.layerKey, keys[nth]!.localId, keys[nth]!.generation));
    return answers;
  }

  async ofMatters(scope: Scope, localIds: readonly SourceId[]): Promise<readonly (OwnValues | null)[]> {
    const table = this.department.matterFields;
    if (table === null || !this.#isRead(scope)) return localIds.map(() => null);
    // What stays home is not there for readers either.
    const answers = await this.#read(
      table,
      localIds.length,
      `unnest($1::text[]) with ordinality asked (local_id, position) join ${quoted(table.table)} own using (local_id)
         join matter_record matter using (local_id)`,
      [localIds],
      'where not matter.stays_home',
    );
    this.#note(scope, answers, (nth) => uuidOf('matter', this.department.code, localIds[nth]!));
    return answers;
  }

  #isRead(scope: Scope): boolean {
    return readsOwner(scope, 'OWN_FIELDS', this.department.code);
  }

  #note(scope: Scope, answers: readonly (OwnValues | null)[], uuidAt: (nth: number) => string): void {
    const department = this.department.code;
    if (!scope.readings.OWN_FIELDS.conditional.includes(department)) return;
    const found = answers.flatMap((values, nth) => (values === null ? [] : [{ department, uuid: uuidAt(nth) }]));
    noteReads(scope, 'OWN_FIELDS', found);
  }

  async #read(
    { fields }: OwnTable,
    length: number,
    from: string,
    keys: readonly unknown[],
    where = '',
  ): Promise<readonly (OwnValues | null)[]> {
    if (length === 0) return [];
    const columns = fields.map((field) => `, ${columnOf(field)}`).join('');
    const rows = await this.sql
      .query<Row>(`select asked.position::integer as position${columns} from ${from} ${where}`, keys)
      .catch((thrown: unknown) => {
        throw this.#away(thrown);
      });
    const answers = Array.from({ length }, (): OwnValues | null => null);
    for (const { position, ...values } of rows) answers[position - 1] = values;
    return answers;
  }

  #away(thrown: unknown): unknown {
    if (!(thrown instanceof CityError) || !['UNAVAILABLE', 'TIMEOUT'].includes(thrown.code)) return thrown;
    const { code, nameEn, nameZh } = this.department;
    return new CityError({
      code: 'SOURCE_UNAVAILABLE',
      fault: 'department',
      message: `The front database of ${nameEn} does not answer; what only this office keeps is missing for now.`,
      messageZh: `${nameZh}前置库暂无响应，该部门独有的字段暂缺。`,
      hint: 'Shared fields still answer; ask again later.',
      details: { department: code, since: thrown.details['since'] ?? null },
      cause: thrown,
    });
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function columnOf({ column, property, kind }: OwnField): string {
  return `own.${quoted(column)}${kind === 'date' ? '::text' : ''} as ${quoted(property)}`;
}
