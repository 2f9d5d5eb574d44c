import fc from 'fast-check';
import { type DocumentNode, type GraphQLSchema, parse } from 'graphql';

import type { SharingGrant } from '../../../src/features/access/index.js';
import { SharedRuns } from '../../../src/features/live/index.js';
import type { Matter } from '../../../src/features/matters/index.js';
import { contextFor, type ContextSources } from '../../../src/gateway/context/make-context.js';
import { shareSubscription, type Sharing, sharingOn } from '../../../src/gateway/sharing/share-subscription.js';
import { silentLog } from '../../../src/kernel/log.js';
import type { Principal } from '../../../src/kernel/principal.js';
import { aPrincipal } from '../../support/access/a-principal.js';
import { seededAsync } from '../../support/geometry/seeded.js';
import { community } from '../../support/live/a-city-model.js';
import { aMatter, LiveCity } from '../../support/live/a-live-city.js';
import { ASink } from '../../support/live/a-sink.js';
import { liveSchema } from '../../support/live/live-schema.js';

const runs = process.env['SCALE'] === 'full' ? 10_000 : 1_000;
const purpose = '联合巡查';
const offices = ['URBAN_MANAGEMENT', 'PETITION', 'CIVIL_AFFAIRS'];

/** Twins with equal rights, and others who see more, less or something else, one of them on condition. */
const principals: readonly Principal[] = [
  aPrincipal(['360200'], { subject: 'city 1' }),
  aPrincipal(['360200'], { subject: 'city 2' }),
  aPrincipal(['360203'], { subject: 'county' }),
  aPrincipal(['360200'], { subject: 'urban 1', role: 'DEPARTMENT_HANDLER', department: 'URBAN_MANAGEMENT' }),
  aPrincipal(['360200'], { subject: 'urban 2', role: 'DEPARTMENT_HANDLER', department: 'URBAN_MANAGEMENT' }),
  aPrincipal(['360200'], { subject: 'petition', role: 'DEPARTMENT_HANDLER', department: 'PETITION' }),
  aPrincipal(['360202'], { subject: 'elsewhere', role: 'DEPARTMENT_HANDLER', department: 'PETITION' }),
];
const grant: SharingGrant = {
  uuid: 'grant',
  from: 'PETITION',
  to: 'URBAN_MANAGEMENT',
  dataClass: 'MATTERS',
  attribute: 'CONDITIONAL',
  purposes: [purpose],
  validFrom: '2020-01-01',
  until: null,
};

const marks = '... on Heartbeat { cursor } ... on StreamGap { reason }';
const documents = {
  plain: parse(`subscription { matterEvents { ... on MatterEvent { matter { localId department } } ${marks} } }`),
  named: parse(`subscription { matterEvents { ... on MatterEvent { matter { localId department } toldTo } ${marks} } }`),
} satisfies Readonly<Record<string, DocumentNode>>;

const aReader = fc.record({
  joins: fc.nat(6),
  principal: fc.constantFrom(...principals),
  document: fc.constantFrom<keyof typeof documents>('plain', 'named'),
  purpose: fc.constantFrom(null, purpose),
});
const happening = fc.array(
  fc.record({ department: fc.constantFrom(...offices, null), divisionCode: fc.constantFrom(community, '360202') }),
  {
    minLength: 1,
    maxLength: 6,
  },
);

interface Shown {
  readonly localId: string;
  readonly toldTo?: string;
}

describe('A53: principals who follow the same changes', () => {
  let city: LiveCity;
  let schema: GraphQLSchema;
  let sharing: Sharing;
  let sources: ContextSources;
  /** Who read what on condition, as the audit log would have it. */
  let read: string[];
  beforeAll(async () => {
    city = await LiveCity.open();
    schema = await liveSchema(city);
    sharing = sharingOn(schema, new SharedRuns());
    sources = {
      principals: { of: () => Promise.reject(new Error('everybody is known')) },
      watch: { isGood: () => true, whenEnded: () => () => undefined },
      clock: { now: () => city.now },
      model: () => city.model,
      agreements: () => ({ offices, sealing: [], grants: [grant] }),
    };
  });
  afterAll(() => city.log.close());

  let recorded = 0;

  test(`are each told what they may see and nothing else, whoever of them is served together, in ${runs} cities of chance`, async () => {
    let takenTogether = 0;
    await seededAsync(
      fc.asyncProperty(fc.array(aReader, { minLength: 2, maxLength: 5 }), happening, async (readers, changes) => {
        read = [];
        const shared = new SharedRuns();
        const following = readers.map((reader) => new Following(reader));
        const matters = changes.map((parts) => aMatter(`M ${(recorded += 1)}`, parts));
        for (const [nth, matter] of matters.entries()) {
          for (const one of following) if (one.reader.joins === nth) await one.join(shared);
          for (const one of following) if (one.reader.joins <= nth) one.expect(matter);
          await city.record(matter);
        }
        await told(following.filter(({ isIn }) => isIn));
        shared.stop();
        for (const one of following) expect(one.shown).toEqual(one.expected);
        const onCondition = following.flatMap(({ onCondition: lines }) => lines);
        expect([...read].sort()).toEqual([...onCondition].sort());
        const payloads = following.flatMap(({ sink }) => sink.taken.filter(({ kind }) => kind === 'EVENT').map(({ payload }) => payload));
        takenTogether += payloads.length - new Set(payloads).size;
      }),
      runs,
    );
    // Otherwise nothing was ever shared, and nothing has been shown.
    expect(takenTogether).toBeGreaterThan(0);
  }, 600_000);

  /** Waits until all have got everything, by the heartbeats that come behind it. */
  async function told(following: readonly Following[]): Promise<void> {
    const { position } = await city.log.head();
    for (
      let turn = 0;
      !following.every(({ sink }) => sink.taken.some(({ kind, at }) => kind === 'BEAT' && at.position >= position));
      turn += 1
    ) {
      if (turn > 100_000) throw new Error('Expected every reader to be told within 100,000 turns.');
      if (turn % 4 === 3) city.ticker.tick();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  class Following {
    readonly sink = new ASink();
    readonly expected: Shown[] = [];
    readonly onCondition: string[] = [];
    isIn = false;

    constructor(
      readonly reader: {
        readonly joins: number;
        readonly principal: Principal;
        readonly document: keyof typeof documents;
        readonly purpose: string | null;
      },
    ) {}

    get shown(): readonly Shown[] {
      return this.sink.texts.map((text) => {
        const { data } = JSON.parse(text) as { data: { matterEvents: { matter: { localId: string }; toldTo?: string } } };
        const { matter, toldTo } = data.matterEvents;
        return { localId: matter.localId, ...(toldTo === undefined ? {} : { toldTo }) };
      });
    }

    async join(shared: SharedRuns): Promise<void> {
      this.isIn = true;
      const needs = {
        ...{ ...sharing, runs: shared, sources, requestTimeoutMs: 30_000, offices: () => null, log: silentLog },
        audit: {
          reads: (reads: readonly { readonly ids: readonly string[] }[], { principal }: { readonly principal: Principal }) => {
            read.push(...reads.flatMap(({ ids }) => ids.map((id) => `${principal.subject} ${id}`)));
            return Promise.resolve('WRITTEN' as const);
          },
          refused: () => undefined,
        },
      };
      await shareSubscription({ schema, document: documents[this.reader.document], contextValue: this.#context() }, this.sink, needs);
    }

    expect(matter: Matter): void {
      const { scope, principal } = this.#context();
      if (!city.shows(scope, matter)) return;
      this.expected.push({ localId: matter.localId, ...(this.reader.document === 'named' ? { toldTo: principal.subject } : {}) });
      if (scope.readings.MATTERS.conditional.includes(matter.department!)) this.onCondition.push(`${principal.subject} ${matter.uuid}`);
    }

    #context() {
      return contextFor(this.reader.principal, { headers: {}, requestId: 'request-1', purpose: this.reader.purpose }, sources);
    }
  }
});
