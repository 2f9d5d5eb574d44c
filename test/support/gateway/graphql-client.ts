/** One GraphQL answer as it came over HTTP. */
export interface HttpAnswer<Data = unknown> {
  readonly status: number;
  readonly headers: Headers;
  /** The whole body, byte for byte as text. */
  readonly text: string;
  readonly data: Data | null | undefined;
  readonly errors: readonly GraphqlError[];
}

/** An error as clients see it. */
export interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly requestId?: string | null; readonly [detail: string]: unknown };
}

/** Variables of one operation. */
export type Variables = Readonly<Record<string, unknown>>;

/** Asks a running platform over HTTP as an office's program would. */
export class GraphqlClient {
  readonly url: string;
  readonly #credentials: Readonly<Record<string, string>>;

  /** `base` is `http://host:port`; `token` a token or key that goes with every request. */
  constructor(base: string, token?: string) {
    this.url = `${base}/graphql`;
    this.#credentials = token === undefined ? {} : { authorization: `Bearer ${token}` };
  }

  /** Asks, and answers whatever came back; messages come in English unless a header says otherwise. */
  ask<Data = unknown>(query: string, variables: Variables = {}, headers: Readonly<Record<string, string>> = {}): Promise<HttpAnswer<Data>> {
    return this.post<Data>(JSON.stringify({ query, variables }), headers);
  }

  /** Posts any body to the endpoint. */
  async post<Data = unknown>(body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): Promise<HttpAnswer<Data>> {
    return this.fetch<Data>('', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'accept-language': 'en', ...this.#credentials, ...headers },
    });
  }

  /** Sends any request to the endpoint; `search` begins with `?` or is empty. */
  async fetch<Data = unknown>(search: string, init: RequestInit): Promise<HttpAnswer<Data>> {
    const response = await fetch(this.url + search, init);
    const text = await response.text();
    const answer = parsed(text) as { data?: Data | null; errors?: readonly GraphqlError[] } | null;
    return { status: response.status, headers: response.headers, text, data: answer?.data, errors: answer?.errors ?? [] };
  }

  /** The data of an answer without errors; fails naming them otherwise. */
  async data<Data>(query: string, variables: Variables = {}): Promise<Data> {
    const { status, errors, data } = await this.ask<Data>(query, variables);
    if (errors.length > 0 || data == null) throw new Error(`HTTP ${status}: ${JSON.stringify(errors)} for ${query.slice(0, 200)}`);
    return data;
  }

  /** The code of the only error of an answer; fails where there is none or more than one. */
  async code(query: string, variables: Variables = {}): Promise<string> {
    const { errors, text } = await this.ask(query, variables);
    if (errors.length !== 1) throw new Error(`Expected one error, got ${text.slice(0, 500)}`);
    return errors[0]!.extensions.code;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
