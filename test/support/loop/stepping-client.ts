import { randomUUID } from 'node:crypto';

import { GraphqlClient } from '../gateway/graphql-client.js';

/** A step that a client asks for: the same again after a crash. */
export interface AskedStep {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** A step that the server said was taken. */
export interface Acknowledged {
  readonly matter: string;
  readonly version: number;
  readonly state: string;
}

/** Bearer tokens of those who move matters on. */
export interface Tokens {
  readonly dispatcher: string;
  readonly handler: string;
}

const typeOf: Readonly<Record<string, string>> = { reportMatter: 'ReportMatterInput', dispatchMatter: 'DispatchMatterInput' };

/** A client that takes matter after matter through its first four steps, and remembers what it was promised and what it was left without. */
export class SteppingClient {
  readonly acknowledged: Acknowledged[] = [];
  /** What was under way when the server went; null where nothing was. */
  pending: AskedStep | null = null;
  readonly #tokens: Tokens;
  readonly #organisation: string;

  constructor(tokens: Tokens, organisation: string) {
    this.#tokens = tokens;
    this.#organisation = organisation;
  }

  /** Goes on until the server is gone; throws for a refusal, which none of these steps may get. */
  async goOn(url: string): Promise<void> {
    try {
      for (;;) await this.#oneMatter(url);
    } catch (thrown) {
      // Not by its class: the one of fetch is of another realm than the test's.
      if ((thrown as Error).name !== 'TypeError') throw thrown;
    }
  }

  /** Asks once more, under the same key, for what was under way. */
  async finish(url: string): Promise<void> {
    if (this.pending !== null) await this.#take(url, this.pending);
  }

  async #oneMatter(url: string): Promise<void> {
    const category = { standard: 'light-2020', kind: 'MATTER', code: '0101' };
    const key = (): object => ({ idempotencyKey: randomUUID() });
    const on = ({ matter, version }: Acknowledged): object => ({ ...key(), matter, expectedVersion: version });
    const report = { ...key(), title: '路灯不亮', category, source: 'GRID', grid: '990101001001001' };
    const reported = await this.#take(url, { name: 'reportMatter', input: report });
    const reviewed = await this.#take(url, { name: 'reviewMatter', input: { ...on(reported) } });
    const dispatched = await this.#take(url, { name: 'dispatchMatter', input: { ...on(reviewed), organisation: this.#organisation } });
    await this.#take(url, { name: 'acceptMatter', input: { ...on(dispatched) } });
  }

  async #take(url: string, step: AskedStep): Promise<Acknowledged> {
    this.pending = step;
    const token = step.name === 'acceptMatter' ? this.#tokens.handler : this.#tokens.dispatcher;
    const { data, errors } = await new GraphqlClient(url, token).ask<{
      answer: { matter?: { id: string; version: number; state: string } };
    }>(
      `mutation Step($input: ${typeOf[step.name] ?? 'PlainStepInput'}!) { answer: ${step.name}(input: $input) {
        __typename ... on MatterChanged { matter { id version state } } ... on Refusal { code message } } }`,
      { input: step.input },
    );
    const taken = data?.answer.matter;
    if (taken === undefined) throw new Error(`${step.name}: ${JSON.stringify(errors.length > 0 ? errors : data)}`);
    const acknowledged = { matter: taken.id, version: taken.version, state: taken.state };
    this.acknowledged.push(acknowledged);
    this.pending = null;
    return acknowledged;
  }
}
