import { randomUUID } from 'node:crypto';

import { graphql } from 'graphql';

import type { DepartmentDefinition } from '../../../src/departments/contract.js';
import { contextFor } from '../../../src/gateway/context/make-context.js';
import type { Principal } from '../../../src/kernel/principal.js';
import { aPrincipal } from '../access/a-principal.js';
import { AskedCity } from '../intake/asked-city.js';
import { drawInto, drawnCity } from '../intake/drawn-city.js';
import { inventedOffices } from '../intake/invented-offices.js';
import { PackCopy } from '../intake/pack-copy.js';

/** An answer to a step: the matter after it, or the refusal. */
export interface StepAnswer {
  readonly __typename: string;
  readonly matter?: MatterShown;
  readonly idempotentReplay?: boolean;
  readonly code?: string;
  readonly message?: string;
  readonly allowed?: readonly string[];
}

/** What tests look at of a matter. */
export interface MatterShown {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly officeState: string | null;
  readonly dueAt: string | null;
  readonly assignments: readonly {
    readonly role: string;
    readonly until: string | null;
    readonly organisation: { readonly code: string };
  }[];
  readonly history: readonly {
    readonly version: number;
    readonly step: string | null;
    readonly toState: string;
    readonly reason: string | null;
  }[];
}

const matter = `id version state officeState dueAt
  assignments { role until organisation { code } } history { version step toState reason }`;
const answer = `__typename ... on MatterChanged { idempotentReplay matter { ${matter} } } ... on Refusal { code message allowed }`;

/** The organisations of the city, by what they do in tests. */
export const organisations = {
  township: '1199010000000003CT',
  lighthouse: '1199010000000001AJ',
  orchard: '1199010000000002BN',
} as const;

/** Who acts in the city of tests: each with a role, divisions and an organisation. */
export const people = {
  gridWorker: { subject: 'grid-worker', role: 'GRID_WORKER', divisions: ['990101001001'] },
  otherGridWorker: { subject: 'other-grid-worker', role: 'GRID_WORKER', divisions: ['990101001001'] },
  dispatcher: { subject: 'dispatcher', role: 'TOWNSHIP_DISPATCHER', divisions: ['990101001'], organisation: organisations.township },
  otherDispatcher: {
    subject: 'other-dispatcher',
    role: 'TOWNSHIP_DISPATCHER',
    divisions: ['990101001'],
    organisation: organisations.township,
  },
  county: { subject: 'county', role: 'GOVERNANCE_CENTRE', divisions: ['990101'] },
  lighthouse: {
    subject: 'keeper',
    role: 'DEPARTMENT_HANDLER',
    department: 'LIGHTHOUSE',
    divisions: ['990100'],
    organisation: organisations.lighthouse,
  },
  lighthouseHead: {
    subject: 'head-of-the-lighthouse',
    role: 'DEPARTMENT_HANDLER',
    department: 'LIGHTHOUSE',
    divisions: ['990100'],
    organisation: organisations.lighthouse,
  },
  orchard: {
    subject: 'gardener',
    role: 'DEPARTMENT_HANDLER',
    department: 'ORCHARD',
    divisions: ['990100'],
    organisation: organisations.orchard,
  },
  petitionOffice: { subject: 'petition-office', role: 'DEPARTMENT_HANDLER', department: 'PETITION', divisions: ['990100'] },
  communityStaff: { subject: 'community', role: 'COMMUNITY_STAFF', divisions: ['990101001001'], organisation: organisations.township },
  supervisor: { subject: 'supervisor', role: 'SUPERVISOR', divisions: ['990100'] },
} as const satisfies Readonly<Record<string, Partial<Principal>>>;

/** One of {@link people}. */
export type Person = keyof typeof people;

/** What joins the two invented offices in a test. */
export interface FurtherOffices {
  readonly offices?: readonly DepartmentDefinition[];
  readonly shaped?: (pack: PackCopy) => Promise<void>;
}

/** A small city of two invented offices in which matters are moved on, asked through its schema without a server, at a time of the test's own. */
export class LoopCity {
  private constructor(
    readonly city: AskedCity,
    private readonly pack: PackCopy,
  ) {}

  /** `offices` join the two invented ones, `shaped` changes the pack before it is imported. */
  static async open(now = new Date('2026-03-10T02:00:00Z'), { offices = [], shaped }: FurtherOffices = {}): Promise<LoopCity> {
    const [city, pack] = await Promise.all([AskedCity.make(now, [...inventedOffices, ...offices]), PackCopy.make()]);
    await drawInto(pack, drawnCity);
    await shaped?.(pack);
    await city.importPack(pack.folder);
    await Promise.all([city.platform.grants.renew(), city.platform.calendars.renew()]);
    return new LoopCity(city, pack);
  }

  /** The data of an operation as a person asks it; throws where there are errors. */
  async ask<Data>(who: Person, source: string, variableValues: Readonly<Record<string, unknown>> = {}): Promise<Data> {
    const { models, schema, agreements, credentials } = this.city.platform;
    const clock = { now: () => this.city.now };
    const sources = { ...credentials, clock, model: () => models.current(), agreements };
    const principal = aPrincipal([], people[who]);
    const contextValue = contextFor(principal, { headers: { 'accept-language': 'en' }, requestId: randomUUID(), purpose: null }, sources);
    const { data, errors } = await graphql({ schema, source, variableValues: { ...variableValues }, contextValue });
    if (errors) throw new Error(errors.map(({ message, path }) => `${path?.join('.')}: ${message}`).join('\n'));
    return data as Data;
  }

  /** Reports a matter of a broken bulb in the first grid; answers it as it is then. */
  async report(who: Person = 'gridWorker', input: object = {}): Promise<MatterShown> {
    const given = {
      idempotencyKey: randomUUID(),
      title: '路灯不亮',
      category: { standard: 'light-2020', kind: 'MATTER', code: '0101' },
      source: 'GRID',
      grid: '990101001001001',
      ...input,
    };
    const { reportMatter } = await this.ask<{ reportMatter: StepAnswer }>(
      who,
      `mutation Report($input: ReportMatterInput!) { reportMatter(input: $input) { ${answer} } }`,
      { input: given },
    );
    if (reportMatter.matter === undefined) throw new Error(JSON.stringify(reportMatter));
    return reportMatter.matter;
  }

  /** Takes a step by the mutation of that name; `input` is what it needs besides matter and version. */
  async step(who: Person, name: string, on: Pick<MatterShown, 'id' | 'version'>, input: object = {}): Promise<StepAnswer> {
    const typeName = this.city.platform.schema.getMutationType()!.getFields()[name]!.args[0]!.type.toString();
    const given = { idempotencyKey: randomUUID(), matter: on.id, expectedVersion: on.version, ...input };
    const data = await this.ask<Readonly<Record<string, StepAnswer>>>(
      who,
      `mutation Step($input: ${typeName}) { ${name}(input: $input) { ${answer} } }`,
      { input: given },
    );
    return data[name]!;
  }

  /** Takes a step that must be possible; throws the refusal otherwise. */
  async done(who: Person, name: string, on: Pick<MatterShown, 'id' | 'version'>, input: object = {}): Promise<MatterShown> {
    const taken = await this.step(who, name, on, input);
    if (taken.matter === undefined) throw new Error(`${name}: ${JSON.stringify(taken)}`);
    return taken.matter;
  }

  /** How many rows a table of the city index holds that a condition picks. */
  async count(table: string, condition = 'true', values: readonly unknown[] = []): Promise<number> {
    const [row] = await this.city.platform.databases.index.sql.query<{ count: number }>(
      `select count(*)::int as count from ${table} where ${condition}`,
      values,
    );
    return row!.count;
  }

  async close(): Promise<void> {
    await this.city.close();
    await this.pack.remove();
  }
}
