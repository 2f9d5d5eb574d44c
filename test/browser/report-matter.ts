import { randomUUID } from 'node:crypto';

/** A category by its whole key. */
interface Category {
  readonly standard: string;
  readonly kind: string;
  readonly code: string;
}

/** Reports a matter in a grid as a grid worker's system does; throws with the refusal where the platform does not take it. */
export async function reportMatter(platformUrl: string, report: { readonly title: string; readonly grid: string }): Promise<void> {
  const input = { idempotencyKey: randomUUID(), source: 'GRID', category: await someCategory(platformUrl), ...report };
  const { reportMatter: answer } = await ask<{ reportMatter: { code?: string } }>(platformUrl, {
    query: 'mutation Report($input: ReportMatterInput!) { reportMatter(input: $input) { __typename ... on Refusal { code message } } }',
    variables: { input },
  });
  if (answer.code !== undefined) throw new Error(`Expected the report to be taken, got ${JSON.stringify(answer)}`);
}

// Whatever the city uses: the category of a matter that stands in its index already.
async function someCategory(platformUrl: string): Promise<Category> {
  const { matters } = await ask<{ matters: { nodes: readonly { category: Category | null }[] } }>(platformUrl, {
    query: '{ matters(first: 20) { nodes { category { standard kind code } } } }',
  });
  const category = matters.nodes.find((matter) => matter.category !== null)?.category;
  if (!category) throw new Error('Expected a matter with a category among the newest 20, found none.');
  return category;
}

async function ask<Answer>(platformUrl: string, operation: { readonly query: string; readonly variables?: unknown }): Promise<Answer> {
  const response = await fetch(`${platformUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(operation),
  });
  const { data, errors } = (await response.json()) as { data?: Answer | null; errors?: unknown };
  if (!data || errors) throw new Error(`Expected data without errors, got ${JSON.stringify({ data, errors })}`);
  return data;
}
