import type { DepartmentDefinition } from '../../../departments/contract.js';
import { CityError } from '../../../kernel/city-error.js';
import type { LayerKey } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import { type Acting, type AuditEntry, type AuditTrail, checkedPurpose } from '../../access/index.js';
import type { HeldLayer } from '../../grids/index.js';
import type { TablePart } from '../office/table-part.js';
import type { RegisterRows } from '../ports.js';
import { LocalTime } from '../rows/local-time.js';
import type { Report } from '../runs/progress.js';
import { DraftFiles } from './draft-files.js';
import { exportLine } from './export-line.js';
import type { ExportOutcome } from './export-outcome.js';
import type { ExportWish } from './export-wish.js';
import { givenName } from './file-names.js';
import type { KeptRecords, KeptRecordsReader } from './kept-records.js';
import type { WishedPart } from './part-table.js';
import { wishedParts } from './wished-parts.js';
import { writeTables } from './write-tables.js';

/** What exports are made of. */
export interface OfficeExportParts {
  /** By office key. */
  readonly offices: ReadonlyMap<string, { readonly department: DepartmentDefinition; readonly reader: KeptRecordsReader }>;
  readonly index: Sql;
  readonly rows: Pick<RegisterRows, 'city' | 'layers'>;
  readonly audit: AuditTrail;
}

/** Who exports, who watches and who may break it off. */
export interface ExportContext {
  readonly acting: Acting;
  readonly report: Report;
  readonly signal: AbortSignal;
}

/**
 * Writes what one office keeps as files that an import reads back: the same records with the same fingerprints. It leaves out what is sealed
 * and what stays home; what it gives away is on the audit log before the first row is read, and no file has its name before all are whole.
 */
export class OfficeExport {
  constructor(private readonly parts: OfficeExportParts) {}

  /**
   * Throws `BAD_USER_INPUT` (unknown office or part), `CONFLICT` (a file stands there), `UNAVAILABLE` (no city, no front database, no audit
   * log), `TEXT_INVALID` and `FILE_TOO_LARGE` (what the format cannot hold), or the reason of the signal; then nothing was written.
   */
  async run(asked: ExportWish, context: ExportContext): Promise<ExportOutcome> {
    const wish = { ...asked, purpose: asked.purpose === null ? null : checkedPurpose('purpose', asked.purpose) };
    const { department, reader } = this.#office(wish.office);
    const { layers, time } = await this.#city(department);
    const parts = partsIn(wish, layers);
    const sets = new Set(layers.flatMap(({ key, membersOf }) => (membersOf === null ? [] : [key])));
    const drafts = new DraftFiles({ replaces: wish.replaces, mode: 0o600 });
    const told: AuditEntry[] = [];
    try {
      const outcome = await reader.read(async (records) => {
        await drafts.discard();
        const wished = await wishedOf(parts, records, { wish, layers, sets });
        if (told.length === 0) await this.#tell(exportLine(context.acting, department, { wish, wished }), told);
        return writeTables(wished, { wish, drafts, terms: { ...context, records, time, sets, department, headers: wish.headers } });
      });
      await drafts.publish();
      return outcome;
    } catch (thrown) {
      for (const line of told) await this.parts.audit.write({ ...line, outcome: 'FAILED' });
      throw thrown;
    } finally {
      await drafts.discard();
    }
  }

  async #tell(line: AuditEntry, told: AuditEntry[]): Promise<void> {
    await this.parts.audit.write(line);
    told.push(line);
  }

  #office(key: string): { readonly department: DepartmentDefinition; readonly reader: KeptRecordsReader } {
    const found = this.parts.offices.get(key);
    if (found) return found;
    throw new CityError({
      code: 'BAD_USER_INPUT',
      message: `Expected an office of this city, got ${JSON.stringify(key)}.`,
      messageZh: `没有部门 ${JSON.stringify(key)}。`,
      hint: `Offices: ${[...this.parts.offices.keys()].join(', ')}.`,
    });
  }

  async #city({ code }: DepartmentDefinition): Promise<{ readonly layers: readonly HeldLayer[]; readonly time: LocalTime }> {
    const { index, rows } = this.parts;
    const city = await rows.city(index);
    if (city === null) throw new CityError({ code: 'UNAVAILABLE', message: 'No city has been loaded.', messageZh: '尚未载入城市。' });
    const layers = await rows.layers(index);
    return { layers: layers.filter(({ department }) => department === code), time: new LocalTime(city.timeZone, 0) };
  }
}

/** Boundaries stand in the GeoJSON of the units themselves, unless they are asked for. */
function partsIn({ parts, format }: ExportWish, layers: readonly HeldLayer[]): readonly TablePart[] {
  return wishedParts(parts, layers).filter(({ rows }) => parts.length > 0 || format !== 'geojson' || rows !== 'BOUNDARIES');
}

/** The parts of which something is kept, or that were asked for by name. */
async function wishedOf(
  parts: readonly TablePart[],
  records: KeptRecords,
  { wish, layers, sets }: { readonly wish: ExportWish; readonly layers: readonly HeldLayer[]; readonly sets: ReadonlySet<LayerKey> },
): Promise<readonly WishedPart[]> {
  const wished: WishedPart[] = [];
  for (const part of parts) {
    const kept = await records.count(part, sets);
    // What is left out of boundaries is told with the units.
    const isKept = part.rows === 'BOUNDARIES' ? kept.rows > 0 : Object.values(kept).some((count) => count > 0);
    if (isKept || wish.parts.length > 0) wished.push({ part, kept, name: givenName(part, layers, wish.headers) });
  }
  return wished;
}
