/** Asks the platform's own GraphQL endpoint; throws with the first message where it answers with an error. */
export async function ask<Answer>(endpoint: URL, query: string): Promise<Answer> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json;q=0.9' },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as { data?: Answer | null; errors?: readonly { message: string }[] };
  if (errors?.[0]) throw new Error(errors[0].message);
  if (!data) throw new Error(`Expected data from ${endpoint.pathname}, got HTTP ${response.status} without any.`);
  return data;
}
