import type { SharedOperation } from './shared-operation.js';
import { starterTabs } from './starter-tabs.js';

/** What the browser remembers of earlier visits; its `localStorage`. */
export interface KeptByBrowser {
  getItem(key: string): string | null;
}

/** What the panes of the front tab hold when GraphiQL opens; with nothing it decides by itself. */
export interface FirstOperation {
  readonly initialQuery?: string;
  readonly initialVariables?: string;
}

/**
 * The shared operation, else the tab that the analyst left in front, else the first starter tab. GraphiQL itself would bring
 * back the query of that tab but not its variables.
 */
export function firstOperation(shared: SharedOperation | null, kept: KeptByBrowser): FirstOperation {
  if (shared) return { initialQuery: shared.query, initialVariables: shared.variables };
  const tabs = kept.getItem('graphiql:tabState');
  return tabs === null ? { initialVariables: starterTabs[0]?.variables ?? '' } : frontTab(tabs);
}

function frontTab(tabs: string): FirstOperation {
  const { query, variables } = parsedFrontTab(tabs) ?? {};
  return typeof query === 'string' && typeof variables === 'string' ? { initialQuery: query, initialVariables: variables } : {};
}

// What lies in the browser may be of another version or broken: then GraphiQL starts anew by itself.
function parsedFrontTab(text: string): { readonly query?: unknown; readonly variables?: unknown } | undefined {
  try {
    const { tabs, activeTabIndex } = JSON.parse(text) as { readonly tabs?: readonly object[]; readonly activeTabIndex?: number };
    return tabs?.[activeTabIndex ?? 0];
  } catch {
    return undefined;
  }
}
