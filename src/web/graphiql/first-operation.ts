import type { SharedOperation } from './shared-operation.js';
import { starterTabs } from './starter-tabs.js';

/** What GraphiQL is told to show first; with nothing it goes on with the tabs that the browser has kept. */
export interface FirstOperation {
  readonly initialQuery?: string;
  readonly initialVariables?: string;
}

/** What the browser remembers of earlier visits; its `localStorage`. */
export interface KeptByBrowser {
  getItem(key: string): string | null;
}

/** The shared operation, else at the first visit the variables of the first starter tab, else nothing. */
export function firstOperation(shared: SharedOperation | null, kept: KeptByBrowser): FirstOperation {
  if (shared) return { initialQuery: shared.query, initialVariables: shared.variables };
  // GraphiQL fills its variables pane from a default tab only when the analyst comes back to that tab.
  const variables = kept.getItem('graphiql:tabState') === null ? starterTabs[0]?.variables : undefined;
  return variables === undefined ? {} : { initialVariables: variables };
}
