import type { MigrationClass, TableSchema } from '../database/schema-parts.js';
import type { Procedure } from '../features/loop/index.js';
import type { ErrorCode } from '../kernel/city-error.js';
import type { CalendarDate } from '../kernel/dates.js';
import type { DepartmentCode, DivisionCode, LayerKey, SourceId } from '../kernel/ids.js';
import type { Scope } from '../kernel/scope.js';

/**
 * How the text of one cell becomes a value: `oneOf` lists the only words accepted, `organisation` is any code of an organisation
 * that the city's register knows (its own code is kept). A date of a matter moves with the matter where a pack is moved to another day.
 */
export type OwnFieldKind = 'text' | 'int' | 'number' | 'date' | 'bool' | 'organisation' | { readonly oneOf: readonly string[] };

/** A field that only one office keeps: its column in files and in the office's own table. */
export interface OwnField {
  /** snake_case, in files and in the table. */
  readonly column: string;
  /** camelCase, in the record that readers answer. */
  readonly property: string;
  readonly kind: OwnFieldKind;
  readonly required: boolean;
  /** Chinese header that the office's people know. */
  readonly headerZh: string;
  /** What the words of a field with `oneOf` are called in Chinese, by word; files may hold either. */
  readonly labelsZh?: Readonly<Record<string, string>>;
}

/**
 * An office's own table beside the common records of its front database.
 * Rows of units are keyed `(layer_key, local_id, generation)`, rows of matters `(local_id)`.
 */
export interface OwnTable {
  readonly table: string;
  readonly fields: readonly OwnField[];
}

type ValueOfKind<Kind extends OwnFieldKind> = Kind extends 'text' | 'date' | 'organisation'
  ? string
  : Kind extends 'int' | 'number'
    ? number
    : Kind extends 'bool'
      ? boolean
      : Kind extends { readonly oneOf: readonly (infer Word)[] }
        ? Word
        : never;

/**
 * The record that an own table holds, by property name; every value may be null, because an office may hold no row.
 * Made from the table's list of fields, so that the list is written once (`as const satisfies OwnTable`).
 */
export type OwnRecord<Table extends OwnTable> = {
  readonly [Field in Table['fields'][number] as Field['property']]: ValueOfKind<Field['kind']> | null;
};

/** A rule of local ids: says why an id is not of this scheme, or null when it is. */
export type IdRule = (localId: SourceId) => string | null;

/** What intake must know of a matter row to decide whether it may leave the office. */
export interface MatterRowFacts {
  readonly sealed: boolean;
  readonly own: Readonly<Record<string, unknown>>;
}

/** What is wrong with a row as a whole. It tells the rule and never a word of the row, because a row may be sealed. */
export interface RowFault {
  /** The field at which people should look, as the column is called. */
  readonly field: string;
  /** `BAD_USER_INPUT` where left out. */
  readonly code?: ErrorCode;
  /** Ends the sentence "expected …". */
  readonly expected: string;
  /** What the office can do about it. */
  readonly remedy: string;
}

/** What is odd about a unit that is accepted all the same: told once a layer, with the number of units and the first of them. */
export interface RowDoubt {
  /** A sentence without its full stop. */
  readonly message: string;
  readonly messageZh: string;
}

/** What the city's register says of a division. */
export interface DivisionFacts {
  readonly code: DivisionCode;
  readonly level: string;
  /** Whether it exists today. */
  readonly stands: boolean;
  /** One that is gone: when it ended, and what may have taken its place; for people to read. Empty of one that stands. */
  readonly gone: string;
}

/** A unit row whose cells could all be read. */
export interface UnitRowFacts {
  readonly layerKey: LayerKey;
  readonly idScheme: string;
  readonly localId: SourceId;
  readonly divisionCode: DivisionCode | null;
  /** Whether the unit itself has ended, so that what it names may be gone too. */
  readonly ended: boolean;
  readonly own: OwnValues;
  /** A division of this city; null where its register has none of that code. */
  readonly division: (code: DivisionCode) => DivisionFacts | null;
}

/** An element row whose cells could all be read. */
export interface ElementRowFacts {
  /** One of the kinds of elements, e.g. `COMPONENT`. */
  readonly kind: string;
  readonly sourceId: SourceId;
  readonly facts: OwnValues;
}

/** A matter row whose cells could all be read. */
export interface WholeMatterRow extends MatterRowFacts {
  readonly standard: string;
  readonly categoryCode: string;
  readonly unit: { readonly layerKey: LayerKey; readonly localId: SourceId } | null;
  readonly hasPoint: boolean;
  /** Level of the division that it names; null where it names none. */
  readonly divisionLevel: string | null;
  /** The city's day of its `reported_at`. */
  readonly reportedOn: CalendarDate;
}

/** An office's rules about rows beyond single cells: each says what is wrong with one row, or null. */
export interface RowRules {
  readonly checkUnit?: (row: UnitRowFacts) => RowFault | null;
  /** What is odd and not wrong, for rules that nobody could verify. Asked of accepted units. */
  readonly doubtUnit?: (row: UnitRowFacts) => RowDoubt | null;
  readonly checkElement?: (row: ElementRowFacts) => RowFault | null;
  readonly checkMatter?: (row: WholeMatterRow) => RowFault | null;
}

/** One office's values of its own fields, by property name. */
export type OwnValues = Readonly<Record<string, unknown>>;

/** Key of a unit inside one office. */
export interface OwnUnitKey {
  readonly layerKey: string;
  readonly localId: SourceId;
  readonly generation: number;
}

/** Reads an office's own fields from its front database; throws `SOURCE_UNAVAILABLE` when it is away. A scope that does not read them sees none. */
export interface OwnFieldReader {
  /** One answer a key, in order; null where the office holds no row. */
  ofUnits(scope: Scope, keys: readonly OwnUnitKey[]): Promise<readonly (OwnValues | null)[]>;
  /** One answer a local id, in order. */
  ofMatters(scope: Scope, localIds: readonly SourceId[]): Promise<readonly (OwnValues | null)[]>;
}

/** A resolver class and the one instance that serves it. */
export interface ResolverBinding {
  readonly type: abstract new (...parameters: never[]) => object;
  readonly instance: object;
}

/** What an office brings: everything particular to it, and nothing else. */
export interface DepartmentDefinition {
  /** Folder-style key: `urban-management`. */
  readonly key: string;
  /** Enum value: `URBAN_MANAGEMENT`. */
  readonly code: DepartmentCode;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Name of the GraphQL type of its units, e.g. `UrbanManagementGrid`; null where it keeps none, as a hotline does. */
  readonly gridType: string | null;
  /** Name of the GraphQL type of its matters; null where it keeps none. */
  readonly matterType: string | null;
  /** Rules by id scheme; a scheme without a rule is opaque. */
  readonly idRules: Readonly<Record<string, IdRule>>;
  /** What holds between the cells of a row; nothing where left out. */
  readonly rowRules?: RowRules;
  /** Null exactly where it keeps no units. */
  readonly unitFields: OwnTable | null;
  readonly matterFields: OwnTable | null;
  readonly tables: readonly TableSchema[];
  readonly migrations: readonly MigrationClass[];
  /**
   * Whether whatever persons say in its matters is sealed, marked so or not: titles are made from category and division, texts encrypted,
   * and refused rows told without their place. True wherever a matter may stay home, or the place of other rows would tell of it.
   */
  readonly sealsMatters: boolean;
  /** How its matters are handled, where that is not the common loop. Its steps that no mutation is named after are taken by `takeOfficeStep`. */
  readonly procedure?: Procedure;
  /** Whether a matter row never leaves the front database (the existence of an accusation included). */
  staysHome(row: MatterRowFacts): boolean;
  /** Its GraphQL types and field resolvers, over its own reader. */
  resolvers(reader: OwnFieldReader): readonly ResolverBinding[];
}
