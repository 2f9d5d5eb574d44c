interface Answer<Data> {
  readonly data?: Data;
  readonly errors?: readonly { readonly message: string }[];
}

/** Asks a platform over HTTP as any client would; throws where the answer holds an error. */
export async function ask<Data>(url: string, query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as Answer<Data>;
  if (answer.data === undefined || answer.errors)
    throw new Error(`${response.status}: ${JSON.stringify(answer.errors ?? answer).slice(0, 2_000)}`);
  return answer.data;
}

/** Cuts a list into pieces of at most `size`. */
export function inPieces<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, piece) => items.slice(piece * size, (piece + 1) * size));
}
