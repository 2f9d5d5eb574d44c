import type { CrosswalkChange, CrosswalkPublication, CrosswalkRows, CrosswalkStore } from '../../../src/features/crosswalk/ports.js';

/** What is published of the crosswalk now; earlier beliefs are forgotten. */
export class PublishedInMemory implements Pick<CrosswalkStore, 'publish' | 'changedSinceLastRun'> {
  rows: CrosswalkRows = { links: [], coverage: [] };
  readonly publications: CrosswalkPublication[] = [];
  /** What changed without having been computed. */
  owed: CrosswalkChange['units'] = [];

  changedSinceLastRun(): ReturnType<CrosswalkStore['changedSinceLastRun']> {
    const last = this.publications.at(-1);
    return Promise.resolve(last ? { units: this.owed, buildings: false, divisions: false, lastRunAt: last.run.computedAt } : null);
  }

  publish(publication: CrosswalkPublication): Promise<void> {
    const { scope, layerOf } = publication;
    const { links, coverage } = scope ? scope.kept(publication, layerOf) : publication;
    const covered = scope ? scope.kept(this.rows, layerOf) : this.rows;
    const [goneLinks, goneCoverage] = [new Set(covered.links), new Set(covered.coverage)];
    this.rows = {
      links: [...this.rows.links.filter((row) => !goneLinks.has(row)), ...links],
      coverage: [...this.rows.coverage.filter((row) => !goneCoverage.has(row)), ...coverage],
    };
    this.publications.push(publication);
    return Promise.resolve();
  }
}
