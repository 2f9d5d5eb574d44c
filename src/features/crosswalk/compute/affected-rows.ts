import { groupBy } from '../../../kernel/group-by.js';
import type { LayerKey } from '../../../kernel/ids.js';
import { CityReach, type Reach } from './city-reach.js';
import type { CrosswalkInput, CrosswalkLayer, CrosswalkUnit } from './crosswalk-input.js';
import { alwaysNeither, isNeither } from './pair-kinds.js';
import { RowScope } from './row-scope.js';

/** What a unit looked like once, as far as other units may have been compared with it. */
export type FormerUnit = Pick<CrosswalkUnit, 'uuid' | 'rings' | 'buildings'> & { readonly layerKey: LayerKey };

/** What has to be computed again after some units changed. */
export interface AffectedRows {
  /** Everything that ground and buildings tell of the neighbourhood of the change. */
  readonly neighbourhood: PartOfCity;
  /** What codes tell of the layers that changed, whole, since a code may stand anywhere; and what people declared of all these rows. */
  readonly codes: PartOfCity;
}

/** A part of a computation: what it is computed from and what it is the truth for. */
export interface PartOfCity {
  readonly input: CrosswalkInput;
  readonly scope: RowScope;
}

/**
 * Finds what a change of some units touches: their own rows, and those that lead to their layers from every unit that meets their old
 * or new ground or buildings. Answers null where that cannot be told apart from everything: a layer gets its first ground or loses
 * its last. `former` are all shapes that the changed units were ever held to have.
 */
export function affectedRows(city: CrosswalkInput, former: readonly FormerUnit[]): AffectedRows | null {
  const changed = new Set(former.map(({ uuid }) => uuid));
  // By what was ever believed: of a unit that turns out never to have been, the city knows nothing any more.
  const formerOf = groupBy(former, ({ layerKey }) => layerKey);
  const changedLayers = city.layers.filter(({ key }) => formerOf.has(key));
  if (changedLayers.some((layer) => isTurning(layer, changed, formerOf.get(layer.key)!))) return null;
  const reach = new CityReach(city);
  const members = new Set<CrosswalkUnit>();
  const keys = changedLayers.map(({ key }) => key);
  const near = new RowScope({ rowBases: ['AREA', 'HOUSEHOLDS', 'ADDRESS'] });
  const coded = new RowScope({ codeLayers: keys, rowBases: ['DECLARED'] });
  for (const { key, units } of changedLayers) {
    const own = units.filter(({ uuid }) => changed.has(uuid));
    const formerOwn = formerOf.get(key)!;
    const touched = reach.touching(reach.of([...own, ...formerOwn]));
    const around = reach.touching(reach.of(touched), key);
    for (const unit of [...own, ...touched, ...around]) members.add(unit);
    addRows(near, city, { key, own: new Set(formerOwn.map(({ uuid }) => uuid)), touched: new Set(touched.map(({ uuid }) => uuid)) });
    addCodedRows(coded, city, key);
  }
  coded.addAll(near);
  return {
    neighbourhood: { scope: near, input: narrowed(city, { members, changedLayers: keys, reach: reach.of([...members]) }) },
    codes: { scope: coded, input: { ...city, bases: ['CODE'], changedLayers: keys, buildings: [] } },
  };
}

/** Whether a layer may have got its first ground or buildings, or lost its last, of which units everywhere are told. */
function isTurning({ units }: CrosswalkLayer, changed: ReadonlySet<string>, former: readonly FormerUnit[]): boolean {
  const shapes = [...units, ...former];
  const turns = (has: (unit: Pick<CrosswalkUnit, 'rings' | 'buildings'>) => boolean): boolean =>
    shapes.some(has) && !units.some((unit) => !changed.has(unit.uuid) && has(unit));
  return turns(({ rings }) => rings !== null) || turns((unit) => !isNeither(unit));
}

interface ChangedLayer {
  readonly key: LayerKey;
  readonly own: ReadonlySet<string>;
  readonly touched: ReadonlySet<string>;
}

function addRows(scope: RowScope, { layers }: CrosswalkInput, { key, own, touched }: ChangedLayer): void {
  for (const layer of layers) {
    if (layer.key === key) continue;
    for (const uuid of own) scope.add(uuid, layer.key);
    for (const { uuid } of layer.units) if (touched.has(uuid)) scope.add(uuid, key);
  }
}

/** Rows that nothing but codes tell: of units, or by layers, without ground and buildings. */
function addCodedRows(scope: RowScope, { layers }: CrosswalkInput, key: LayerKey): void {
  const changed = layers.find((layer) => layer.key === key)!;
  for (const layer of layers) {
    if (layer.key === key) continue;
    for (const uuid of toldByCodes(layer, changed)) scope.add(uuid, key);
    for (const uuid of toldByCodes(changed, layer)) scope.add(uuid, layer.key);
  }
}

/** A unit that has ground or buildings on some days is left out: they tell of its row as well. */
function toldByCodes(of: CrosswalkLayer, by: CrosswalkLayer): readonly string[] {
  return by.holdsBuildings ? alwaysNeither(of) : of.units.map(({ uuid }) => uuid);
}

interface Narrowing {
  readonly members: ReadonlySet<CrosswalkUnit>;
  readonly changedLayers: readonly LayerKey[];
  readonly reach: Reach;
}

function narrowed(city: CrosswalkInput, { members, changedLayers, reach }: Narrowing): CrosswalkInput {
  return {
    ...city,
    bases: ['AREA', 'HOUSEHOLDS', 'ADDRESS'],
    changedLayers,
    layers: city.layers.map((layer) => ({ ...layer, units: layer.units.filter((unit) => members.has(unit)) })),
    buildings: city.buildings.filter(({ code }) => reach.codes.has(code)),
  };
}
