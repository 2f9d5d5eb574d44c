import type { IdRule } from '../../../departments/contract.js';
import type { CalendarDate } from '../../../kernel/dates.js';
import type { LayerKey, SourceId } from '../../../kernel/ids.js';
import { type LineageKind, lineageKinds } from '../../lineage/index.js';
import type { Manifest, ManifestLayer } from '../city-pack/manifest.js';
import type { SourceRow } from '../rows/source-row.js';
import { optionalNumber, optionalText, refuse, requiredId, requiredText, requiredWord } from './cells.js';
import { optionalDate, requiredDate } from './time-cells.js';

/** What a row of lineage says: a step, or that a unit ended without a successor. */
export interface LineageRow {
  readonly layerKey: LayerKey;
  readonly kind: LineageKind | 'REMOVED';
  readonly oldId: SourceId;
  /** Null exactly for REMOVED. */
  readonly newId: SourceId | null;
  /** The first day of the new state. */
  readonly from: CalendarDate;
  readonly weight: number;
  readonly inverseWeight: number;
  readonly oldName: string | null;
  /** The first day of the old unit, where the file tells it. */
  readonly oldFrom: CalendarDate | null;
  readonly document: string | null;
}

/** What the rule of lineage rows needs to know. */
export interface LineageTerms {
  readonly manifest: Manifest;
  readonly idRules: Readonly<Record<string, IdRule>>;
}

/** Which shares a kind leaves open, so that the row must give them; the others are whole. */
const openShares: Readonly<Record<LineageKind, readonly ('weight' | 'inverse_weight')[]>> = {
  SPLIT: ['weight'],
  MERGE: ['inverse_weight'],
  SHIFT: ['weight', 'inverse_weight'],
  RENAMED: [],
  RECODED: [],
  REPARENTED: [],
};

/** A row of lineage. */
export function lineageRow(row: SourceRow, terms: LineageTerms): LineageRow {
  const layer = knownLayer(row, terms.manifest);
  const kind = requiredWord(row, 'kind', [...lineageKinds, 'REMOVED'] as const);
  const told = {
    layerKey: layer.key,
    kind,
    oldId: idOf(row, 'old_id', layer, terms),
    from: requiredDate(row, 'from'),
    oldName: optionalText(row, 'old_name'),
    oldFrom: optionalDate(row, 'old_from'),
    document: optionalText(row, 'document'),
  };
  if (kind === 'REMOVED') return { ...told, newId: null, weight: 1, inverseWeight: 1 };
  const newId = idOf(row, 'new_id', layer, terms);
  if (newId === told.oldId && kind !== 'RENAMED' && kind !== 'REPARENTED') {
    refuse(row, 'new_id', { expected: `another id than the old one for ${kind}`, remedy: 'Correct the id, or the kind.' });
  }
  return { ...told, newId, weight: shareOf(row, 'weight', kind), inverseWeight: shareOf(row, 'inverse_weight', kind) };
}

function knownLayer(row: SourceRow, { allElements, offices }: Manifest): ManifestLayer {
  const key = requiredText(row, 'layer');
  return (
    [allElements, ...offices.flatMap(({ layers }) => layers)].find((layer) => layer.key === key) ??
    refuse(row, 'layer', { expected: 'the key of a layer of this pack', remedy: 'Correct the key, or add the layer to manifest.json.' })
  );
}

function idOf(row: SourceRow, field: string, layer: ManifestLayer, { idRules }: LineageTerms): SourceId {
  const id = requiredId(row, field, { opaque: layer.idScheme === 'opaque' });
  const fault = idRules[layer.idScheme]?.(id) ?? null;
  if (fault === null) return id;
  return refuse(row, field, {
    expected: `an id of the scheme ${layer.idScheme}: ${fault.replace(/^expected /, '')}`,
    remedy: 'Correct the id at the source.',
  });
}

function shareOf(row: SourceRow, field: 'weight' | 'inverse_weight', kind: LineageKind): number {
  const share = optionalNumber(row, field);
  const isOpen = openShares[kind].includes(field);
  if (share === null && !isOpen) return 1;
  if (share !== null && share > 0 && share <= 1 && (isOpen || share === 1)) return share;
  return refuse(row, field, {
    expected: isOpen ? 'a share above 0 and at most 1' : `1 or nothing for ${kind}`,
    remedy: 'Give the share that the document tells; a share that nobody knows is not guessed.',
  });
}
