import type { IdRule, OwnTable, RowRules, UnitRowFacts } from '../../../departments/contract.js';
import type { LayerKey, SourceId } from '../../../kernel/ids.js';
import type { CityRegister } from '../city/city-register.js';
import type { ManifestLayer } from '../city-pack/manifest.js';
import type { UnitRecord } from '../records.js';
import type { SourceRow } from '../rows/source-row.js';
import { list, optionalInt, refuse, refuseFault, requiredId, requiredText } from './cells.js';
import { divisionFacts } from './gone-division.js';
import { ownCells, ownValues } from './own-fields.js';
import { optionalDivision } from './references.js';
import { dateRange, optionalAsOf, requiredDate } from './time-cells.js';

/** What the rule of one layer's units needs to know. */
export interface UnitTerms {
  readonly layer: ManifestLayer;
  readonly register: CityRegister;
  /** Rules by id scheme. */
  readonly idRules: Readonly<Record<string, IdRule>>;
  /** Null for the city's own layer. */
  readonly own: OwnTable | null;
  /** What else its office demands of a unit. */
  readonly rules?: RowRules | undefined;
}

/** A unit without its boundary and fingerprint, which are given to it when its layer is put together. */
export type UnitDraft = Omit<UnitRecord, 'boundary' | 'contentHash' | 'rowNumber' | 'updatedAt'>;

/** The local id of a unit, by the rule of its layer's scheme. */
export function localIdOf(row: SourceRow, layer: ManifestLayer, idRules: Readonly<Record<string, IdRule>>): SourceId {
  const localId = requiredId(row, 'local_id', { opaque: layer.idScheme === 'opaque' });
  const fault = idRules[layer.idScheme]?.(localId) ?? null;
  if (fault === null) return localId;
  return refuse(row, 'local_id', {
    expected: `an id of the scheme ${layer.idScheme}: ${fault.replace(/^expected /, '')}`,
    remedy: 'Correct the id at the source.',
  });
}

/** A unit of a layer. */
export function unitRow(row: SourceRow, terms: UnitTerms): UnitDraft {
  const { layer, register } = terms;
  const localId = localIdOf(row, layer, terms.idRules);
  const range = dateRange(row, requiredDate(row, 'valid_from'));
  const layerKey: LayerKey = layer.key;
  const draft: UnitDraft = {
    layerKey,
    localId,
    name: requiredText(row, 'name'),
    divisionCode: optionalDivision(row, 'division', register, range.validTo !== null && range.validTo <= register.today),
    households: optionalInt(row, 'households', 0),
    ...range,
    members: [...new Set(list(row, 'members'))],
    buildings: [...new Set(list(row, 'buildings'))],
    asOf: optionalAsOf(row, register.time.shiftDays),
    own: terms.own === null ? {} : ownCells(row, terms.own, { register, shiftDays: 0 }),
  };
  refuseFault(row, terms.rules?.checkUnit?.(unitFacts(draft, terms)) ?? null);
  return draft;
}

/** A unit as its office's own rules read it. */
export function unitFacts(draft: UnitDraft, { layer, register, own }: UnitTerms): UnitRowFacts {
  return {
    layerKey: draft.layerKey,
    idScheme: layer.idScheme,
    localId: draft.localId,
    divisionCode: draft.divisionCode,
    ended: draft.validTo !== null && draft.validTo <= register.today,
    own: own === null ? {} : ownValues(draft.own, own),
    division: (code) => divisionFacts(register, code),
  };
}
