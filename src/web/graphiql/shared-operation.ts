/** An operation that a link carries. Headers are no part of it, so a link never carries anybody's rights. */
export interface SharedOperation {
  readonly query: string;
  readonly variables: string;
}

/** Reads the operation from a URL's hash (`#query=…&variables=…`); null where the hash holds none. It is shown, never run. */
export function readSharedOperation(hash: string): SharedOperation | null {
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  const query = fields.get('query');
  return query ? { query, variables: fields.get('variables') ?? '' } : null;
}

/** Writes the operation as a URL's hash, `#` included. */
export function hashOf({ query, variables }: SharedOperation): string {
  const fields = new URLSearchParams({ query });
  if (variables.trim()) fields.set('variables', variables);
  return `#${fields.toString()}`;
}
