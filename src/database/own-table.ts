import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';

import type { TableSchema } from './schema-parts.js';

/** A column that only one office keeps. */
export interface OwnColumn {
  readonly column: string;
  readonly property: string;
  readonly kind: 'text' | 'int' | 'number' | 'date' | 'bool' | 'organisation' | { readonly oneOf: readonly string[] };
  readonly required: boolean;
}

/** An office's own table: its name and the columns beside the key. */
export interface OwnColumns {
  readonly table: string;
  readonly fields: readonly OwnColumn[];
}

type Columns = Record<string, EntitySchemaColumnOptions>;

const types = { text: 'text', int: 'integer', number: 'double precision', date: 'date', bool: 'boolean', organisation: 'text' } as const;

/** The table of what one office says of its units, keyed `(layer_key, local_id, generation)`. */
export function ownUnitTable(own: OwnColumns): TableSchema {
  return ownTable(own, {
    layerKey: { name: 'layer_key', type: 'text', primary: true },
    localId: { name: 'local_id', type: 'text', primary: true },
    generation: { name: 'generation', type: 'integer', primary: true },
  });
}

/** The table of what one office says of its matters, keyed `(local_id)`. */
export function ownMatterTable(own: OwnColumns): TableSchema {
  return ownTable(own, { localId: { name: 'local_id', type: 'text', primary: true } });
}

function ownTable({ table, fields }: OwnColumns, key: Columns): TableSchema {
  const own: Columns = Object.fromEntries(fields.map((field) => [field.property, columnOf(field)]));
  return new EntitySchema<Record<string, unknown>>({ name: table, tableName: table, columns: { ...key, ...own } });
}

function columnOf({ column, kind, required }: OwnColumn): EntitySchemaColumnOptions {
  return { name: column, type: typeof kind === 'string' ? types[kind] : 'text', nullable: !required };
}
