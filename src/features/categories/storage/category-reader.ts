import type { Sql } from '../../../kernel/sql.js';
import type { Category, CategoryKey, CategoryReadModel } from '../category.js';

const columns = `category.standard, category.kind, category.code, category.name_zh as "nameZh", category.name_en as "nameEn",
  category.parent_code as "parentCode"`;

/** Reads categories from the city index. */
export class CategoryReader implements CategoryReadModel {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async byKey(keys: readonly CategoryKey[]): Promise<readonly (Category | null)[]> {
    const rows = await this.#sql.query<Category>(
      `select ${columns} from unnest($1::text[], $2::text[], $3::text[]) wanted (standard, kind, code)
         join matter_category category using (standard, kind, code)`,
      [keys.map((key) => key.standard), keys.map((key) => key.kind), keys.map((key) => key.code)],
    );
    const found = new Map(rows.map((row) => [keyText(row), row]));
    return keys.map((key) => found.get(keyText(key)) ?? null);
  }

  async all(standard: string | null): Promise<readonly Category[]> {
    return this.#sql.query<Category>(
      `select ${columns} from matter_category category where $1::text is null or standard = $1 order by standard, kind, code`,
      [standard],
    );
  }
}

const keyText = (key: CategoryKey): string => JSON.stringify([key.standard, key.kind, key.code]);
