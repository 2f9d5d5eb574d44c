import type { Clock } from '../../kernel/clock.js';
import type { Outbound } from '../../kernel/outbound.js';
import type { Sql } from '../../kernel/sql.js';
import type { ActParts, FindOrganisation } from '../access/index.js';
import type { ModelSource, UnitIndexWriter } from '../grids/index.js';
import type { LocalIdRule } from './check-redraw.js';
import { LineageDeclarations } from './declare-lineage.js';
import type { GroundComparison, LineageReader, LineageWriter, RedrawReader } from './ports.js';
import { Redrawing, type RedrawingParts } from './redrawing.js';
import { PgLineageReader } from './storage/lineage-reader.js';
import { PgLineageWriter } from './storage/lineage-writer.js';
import { RedrawEventLog } from './storage/redraw-event-log.js';
import { PgRedrawReader } from './storage/redraw-reader.js';
import { PgRedrawStore } from './storage/redraw-store.js';
import { Successions } from './successions.js';

export { lineageTables } from './storage/tables.js';

/** What telling lineage needs. */
export interface LineageNeeds {
  readonly sql: Sql;
  readonly ground: GroundComparison;
}

/** What telling lineage offers. */
export interface LineageParts {
  readonly lineage: LineageReader;
  readonly successions: Successions;
}

/** What changing lineage needs of the house. */
export interface RedrawingNeeds extends LineageNeeds, ActParts {
  readonly clock: Clock;
  readonly models: ModelSource;
  readonly units: UnitIndexWriter;
  /** Where offices are told of what was decided on their units. */
  readonly outbound: Outbound;
  readonly findOrganisation: FindOrganisation;
  /** The rule of local ids of each id scheme. */
  readonly idRules: Readonly<Record<string, LocalIdRule>>;
  /** Brings a new division into the picture of the city, and owes the crosswalk its recomputation. */
  readonly published: RedrawingParts['published'];
}

/** What changing lineage offers. */
export interface RedrawingOffer {
  readonly redraws: RedrawReader;
  readonly redrawing: Redrawing;
  readonly lineageDeclarations: LineageDeclarations;
}

/** Builds the writer of lineage, for what comes in files. */
export function lineageWriter(clock: Clock): LineageWriter {
  return new PgLineageWriter(clock);
}

/** Builds the reading side of lineage over the city index; the crosswalk resolves retired ids by it. */
export function wireLineage({ sql, ground }: LineageNeeds): LineageParts {
  const lineage = new PgLineageReader(sql);
  return { lineage, successions: new Successions(lineage, ground) };
}

/** Builds what changes lineage: redraws and declarations. */
export function wireRedrawing(needs: RedrawingNeeds): RedrawingOffer {
  const lineage = lineageWriter(needs.clock);
  return {
    redraws: new PgRedrawReader(needs.sql),
    redrawing: new Redrawing({ ...needs, store: new PgRedrawStore(), events: new RedrawEventLog(), lineage }),
    lineageDeclarations: new LineageDeclarations({ ...needs, lineage, readerOf: (sql) => new PgLineageReader(sql) }),
  };
}
