import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

/** What is left of an answer to a step. */
export interface TakenHere {
  readonly id: string;
  readonly version: number;
}

/** Sends mutations to a server over connections that are kept, and notes how long each answer took. */
export class Caller {
  readonly times: number[] = [];
  readonly #agent: Agent;
  readonly #url: URL;

  constructor(url: string, connections: number) {
    this.#url = new URL('/graphql', url);
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** Takes a step by the mutation of this name; fails where it is refused. */
  async take(token: string, { name, input }: { readonly name: string; readonly input: object }): Promise<TakenHere> {
    const typeName = `${inputTypes[name] ?? 'PlainStepInput'}!`;
    const query = `mutation Step($input: ${typeName}) { answer: ${name}(input: $input) {
      __typename ... on MatterChanged { matter { id version } } ... on Refusal { code message } } }`;
    const began = performance.now();
    const text = await this.#send(token, JSON.stringify({ query, variables: { input: { idempotencyKey: randomUUID(), ...input } } }));
    this.times.push(performance.now() - began);
    const { data, errors } = JSON.parse(text) as { data?: { answer: { matter?: TakenHere } }; errors?: unknown };
    if (data?.answer.matter === undefined) throw new Error(`${name}: expected a step, got ${JSON.stringify(errors ?? data)}`);
    return data.answer.matter;
  }

  close(): void {
    this.#agent.destroy();
  }

  #send(token: string, body: string): Promise<string> {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    return new Promise((resolve, reject) => {
      const asked = request(this.#url, { method: 'POST', agent: this.#agent, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => resolve(Buffer.concat(parts).toString()));
      });
      asked.on('error', reject);
      asked.end(body);
    });
  }
}

const inputTypes: Readonly<Record<string, string>> = { reportMatter: 'ReportMatterInput', dispatchMatter: 'DispatchMatterInput' };
