import type { Rings } from '../../geometry/rings.js';
import type { CalendarDate } from '../../kernel/dates.js';
import { type DepartmentCode, type DivisionCode, globalId, type SourceId } from '../../kernel/ids.js';
import { pooledAt } from './columns/pooled-column.js';
import { ringsAt } from './columns/ring-column.js';
import { textAt } from './columns/text-column.js';
import { uuidAt } from './columns/uuid-column.js';
import type { GridLayer, GridModel, GridUnit } from './grid-model.js';

/**
 * One row of a model's columns, seen as a unit: it takes 64 bytes, and what is asked of it is read from the columns.
 * What the answers of every day name it by is kept once it has been asked for; there is one of it for each unit of a model.
 */
export class ColumnUnit implements GridUnit {
  readonly model: GridModel;
  readonly index: number;
  #id: string | undefined;
  #localId: string | undefined;
  #name: string | undefined;

  constructor(model: GridModel, index: number) {
    this.model = model;
    this.index = index;
  }

  get uuid(): string {
    return uuidAt(this.model.columns.uuids, this.index);
  }

  get id(): string {
    return (this.#id ??= globalId(this.typeName, this.uuid));
  }

  get typeName(): string {
    return this.layer.typeName;
  }

  get layer(): GridLayer {
    return this.model.layers[this.model.columns.layers[this.index]!]!;
  }

  get department(): DepartmentCode | null {
    return this.layer.department;
  }

  get localId(): SourceId {
    return (this.#localId ??= textAt(this.model.columns.localIds, this.index));
  }

  get generation(): number {
    return this.model.columns.generations[this.index]!;
  }

  get name(): string {
    return (this.#name ??= textAt(this.model.columns.names, this.index));
  }

  get divisionCode(): DivisionCode | null {
    return pooledAt(this.model.columns.divisionCodes, this.index);
  }

  get rings(): Rings | null {
    return ringsAt(this.model.columns.rings, this.index);
  }

  get areaM2(): number | null {
    const area = this.model.columns.areas[this.index]!;
    return Number.isNaN(area) ? null : area;
  }

  get households(): number | null {
    const households = this.model.columns.households[this.index]!;
    return households < 0 ? null : households;
  }

  get buildings(): readonly SourceId[] {
    const { buildingStarts, buildings } = this.model.columns;
    const from = buildingStarts[this.index]!;
    return Array.from({ length: buildingStarts[this.index + 1]! - from }, (_, nth) => textAt(buildings, from + nth));
  }

  get validFrom(): CalendarDate {
    return pooledAt(this.model.columns.validFrom, this.index)!;
  }

  get validTo(): CalendarDate | null {
    return pooledAt(this.model.columns.validTo, this.index);
  }

  get asOf(): CalendarDate {
    return pooledAt(this.model.columns.asOf, this.index)!;
  }
}
