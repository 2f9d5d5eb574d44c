import type { LayerKey } from '../../../kernel/ids.js';
import type { LinkBasis } from '../link-basis.js';
import type { CoverageRecord, CrosswalkRows, LinkRecord, PublicationScope } from '../ports.js';

type ScopeOfBases = Pick<PublicationScope, 'codeLayers' | 'everywhere' | 'rowBases'>;

/** Collects the rows (unit, layer) that a computation of a part is the truth for. */
export class RowScope implements PublicationScope {
  readonly codeLayers: readonly LayerKey[];
  readonly everywhere: readonly LinkBasis[];
  readonly rowBases: readonly LinkBasis[];
  readonly #rows = new Map<string, Set<LayerKey>>();

  constructor({ codeLayers = [], everywhere = [], rowBases }: Partial<ScopeOfBases> & Pick<ScopeOfBases, 'rowBases'>) {
    this.codeLayers = codeLayers;
    this.everywhere = everywhere;
    this.rowBases = rowBases;
  }

  get rows(): PublicationScope['rows'] {
    return [...this.#rows].flatMap(([unitUuid, layers]) => [...layers].map((layerKey) => ({ unitUuid, layerKey })));
  }

  /** How many units have rows here. */
  get units(): number {
    return this.#rows.size;
  }

  /** Takes all rows of another scope in. */
  addAll({ rows }: Pick<PublicationScope, 'rows'>): void {
    for (const { unitUuid, layerKey } of rows) this.add(unitUuid, layerKey);
  }

  /** Takes a row in. */
  add(unitUuid: string, layerKey: LayerKey): void {
    const known = this.#rows.get(unitUuid);
    if (known) known.add(layerKey);
    else this.#rows.set(unitUuid, new Set([layerKey]));
  }

  has(unitUuid: string, layerKey: LayerKey): boolean {
    return this.#rows.get(unitUuid)?.has(layerKey) ?? false;
  }

  /** Leaves out what the scope does not cover; `layerOf` tells the layer of every unit that rows name. */
  kept<Link extends LinkRecord, Cover extends CoverageRecord>(
    { links, coverage }: CrosswalkRows<Link, Cover>,
    layerOf: (unitUuid: string) => LayerKey,
  ): CrosswalkRows<Link, Cover> {
    const isKnown = (basis: LinkBasis, layers: readonly LayerKey[]): boolean =>
      this.everywhere.includes(basis) || (basis === 'CODE' && layers.some((layer) => this.codeLayers.includes(layer)));
    return {
      links: links.filter(({ sourceUuid, targetUuid, basis }) => {
        const [from, to] = [layerOf(sourceUuid), layerOf(targetUuid)];
        if (isKnown(basis, [from, to])) return true;
        if (!this.rowBases.includes(basis)) return false;
        return this.has(sourceUuid, to) || (basis !== 'DECLARED' && this.has(targetUuid, from));
      }),
      coverage: coverage.filter(
        ({ unitUuid, layerKey, basis }) =>
          isKnown(basis, [layerOf(unitUuid), layerKey]) || (this.rowBases.includes(basis) && this.has(unitUuid, layerKey)),
      ),
    };
  }
}
