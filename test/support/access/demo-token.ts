import type { DemoTokenWish } from '../../../src/features/access/index.js';
import { aPrincipal } from './a-principal.js';

/** A platform under `AUTH=demo` that is asked for a token. */
export interface DemoTokenSource {
  readonly running: {
    readonly credentials: { readonly demoTokens: { issue(wish: DemoTokenWish): Promise<string> } | null };
    readonly models: { current(): { readonly city: { readonly code: string } } };
  };
}

/** A token that a platform of a test believes: a grid office clerk of the whole city, with whatever the test changes. */
export async function demoToken({ running }: DemoTokenSource, changed: Partial<DemoTokenWish> = {}): Promise<string> {
  const { demoTokens } = running.credentials;
  if (demoTokens === null) throw new Error('Demonstration tokens count under AUTH=demo only.');
  const { subject, role, department, organisation, divisions, grids } = aPrincipal([running.models.current().city.code]);
  return demoTokens.issue({ subject, role, department, organisation, divisions, grids, ...changed });
}
