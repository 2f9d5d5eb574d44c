import type { CoverageRecord, LinkRecord } from '../ports.js';

/** One column of a published table and the property of the record that it keeps. */
export interface PublishedColumn<Record> {
  readonly name: string;
  readonly type: string;
  readonly of: keyof Record & string;
  /** How two rows of the same key are held to say the same of it. */
  readonly role: 'key' | 'exact' | 'rounded';
}

/** How one kind of record is published; the days and the clocks are the same for all. */
export interface PublishedTable<Record> {
  readonly name: 'link' | 'coverage';
  readonly columns: readonly PublishedColumn<Record>[];
  /** Joins that tell, in the words of {@link inScope}, which row a published row belongs to. */
  readonly places: string;
  /** Whether a published row belongs to the scope: `$1` are units with rows in it, `$2` bases known everywhere, `$3` layers known by code, `$4` bases of its rows. */
  readonly inScope: string;
}

/** How links are published. */
export const publishedLinks: PublishedTable<LinkRecord> = {
  name: 'link',
  columns: [
    { name: 'source_id', type: 'uuid', of: 'sourceUuid', role: 'key' },
    { name: 'target_id', type: 'uuid', of: 'targetUuid', role: 'key' },
    { name: 'basis', type: 'text', of: 'basis', role: 'key' },
    { name: 'weight', type: 'float8', of: 'weight', role: 'rounded' },
    { name: 'inverse_weight', type: 'float8', of: 'inverseWeight', role: 'rounded' },
    { name: 'area_m2', type: 'float8', of: 'areaM2', role: 'rounded' },
    { name: 'confidence', type: 'real', of: 'confidence', role: 'exact' },
    { name: 'household_counts', type: 'jsonb', of: 'householdCounts', role: 'exact' },
    { name: 'declaration_id', type: 'uuid', of: 'declarationId', role: 'exact' },
  ],
  places: `join unit source on source.id = link.source_id join unit target on target.id = link.target_id
    left join scope_row forth on forth.unit_id = link.source_id and forth.layer_key = target.layer_key
    left join scope_row back on back.unit_id = link.target_id and back.layer_key = source.layer_key and link.basis <> 'DECLARED'`,
  inScope: `(link.source_id = any($1::uuid[]) or link.target_id = any($1::uuid[]) or link.basis = any($2::text[]) or link.basis = 'CODE')
    and (((forth.unit_id is not null or back.unit_id is not null) and link.basis = any($4::text[])) or link.basis = any($2::text[])
         or (link.basis = 'CODE' and (source.layer_key = any($3::text[]) or target.layer_key = any($3::text[]))))`,
};

/** How coverage is published. */
export const publishedCoverage: PublishedTable<CoverageRecord> = {
  name: 'coverage',
  columns: [
    { name: 'unit_id', type: 'uuid', of: 'unitUuid', role: 'key' },
    { name: 'target_layer', type: 'text', of: 'layerKey', role: 'key' },
    { name: 'basis', type: 'text', of: 'basis', role: 'key' },
    { name: 'linked', type: 'float8', of: 'linked', role: 'rounded' },
    { name: 'omitted', type: 'float8', of: 'omitted', role: 'rounded' },
    { name: 'uncovered', type: 'float8', of: 'uncovered', role: 'rounded' },
    { name: 'double_cover', type: 'float8', of: 'doubleCover', role: 'rounded' },
    { name: 'declaration_id', type: 'uuid', of: 'declarationId', role: 'exact' },
  ],
  places: `join unit source on source.id = coverage.unit_id
    left join scope_row forth on forth.unit_id = coverage.unit_id and forth.layer_key = coverage.target_layer`,
  inScope: `(coverage.unit_id = any($1::uuid[]) or coverage.basis = any($2::text[]) or coverage.basis = 'CODE')
    and ((forth.unit_id is not null and coverage.basis = any($4::text[])) or coverage.basis = any($2::text[])
         or (coverage.basis = 'CODE' and (source.layer_key = any($3::text[]) or coverage.target_layer = any($3::text[]))))`,
};
