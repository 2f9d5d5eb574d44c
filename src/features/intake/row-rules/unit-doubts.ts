import type { RowDoubt } from '../../../departments/contract.js';
import type { LayerKey, SourceId } from '../../../kernel/ids.js';
import type { RunFinding } from '../runs/run-finding.js';

/** Gathers what an office's rule finds odd about the units of one layer, so that each oddity is told once. */
export class UnitDoubts {
  readonly #byMessage = new Map<string, { readonly doubt: RowDoubt; readonly first: SourceId; units: number }>();

  constructor(private readonly layerKey: LayerKey) {}

  add(localId: SourceId, doubt: RowDoubt | null): void {
    if (doubt === null) return;
    const known = this.#byMessage.get(doubt.message);
    if (known) known.units += 1;
    else this.#byMessage.set(doubt.message, { doubt, first: localId, units: 1 });
  }

  /** One finding an oddity: how many units, and which was the first. */
  findings(): readonly RunFinding[] {
    return [...this.#byMessage.values()].map(({ doubt, first, units }) => ({
      kind: 'UNUSUAL_UNITS',
      layerKey: this.layerKey,
      localId: first,
      message: `${doubt.message}: ${units} units, ${first} is the first.`,
      messageZh: `${doubt.messageZh}：共 ${units} 个，首个为 ${first}。`,
      measures: { units },
    }));
  }
}
