import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { operator } from '../../../src/cli/access/operator.js';
import type { AuditEntry } from '../../../src/features/access/index.js';
import type { ExportOutcome, ExportWish } from '../../../src/features/intake/index.js';
import { wireOfficeExport } from '../../../src/features/intake/wiring.js';
import { lighthouse } from '../../fixtures/offices/lighthouse.js';
import { orchard } from '../../fixtures/offices/orchard.js';
import type { IntakeCity } from './intake-city.js';

/** Exports of the offices of an intake city into a folder of their own, with the audit log that they leave. */
export class OfficeExports {
  readonly lines: AuditEntry[] = [];

  private constructor(
    readonly folder: string,
    private readonly city: IntakeCity,
  ) {}

  static async of(city: IntakeCity): Promise<OfficeExports> {
    return new OfficeExports(await mkdtemp(join(tmpdir(), 'allgrid-export-')), city);
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Exports the lighthouses as CSV with Chinese headers where `wish` says nothing else. */
  run(wish: Partial<ExportWish> = {}, signal = new AbortController().signal): Promise<ExportOutcome> {
    const { index, fronts } = this.city;
    const audit = {
      write: (line: AuditEntry) => Promise.resolve(void this.lines.push(line)),
      record: () => Promise.reject(new Error('An export is told in a transaction of its own.')),
    };
    const ofOffices = [lighthouse, orchard].map((department) => ({ department, ...fronts[department.key as keyof typeof fronts] }));
    return wireOfficeExport({ index: index.sql, fronts: ofOffices, audit }).run(
      {
        ...{ office: 'lighthouse', parts: [], format: 'csv', encoding: 'utf-8', headers: 'zh' },
        ...{ out: this.folder, replaces: false, purpose: null },
        ...wish,
      },
      { acting: operator(), report: () => undefined, signal },
    );
  }

  /** The names of all files, drafts among them. */
  files(): Promise<readonly string[]> {
    return readdir(this.folder);
  }

  async empty(): Promise<void> {
    for (const name of await this.files()) await rm(this.path(name));
    this.lines.length = 0;
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
