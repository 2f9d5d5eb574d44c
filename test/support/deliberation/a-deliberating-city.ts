import { graphql, type GraphQLSchema } from 'graphql';

import { rightsDecide, scopeOf, type SharingGrant } from '../../../src/features/access/index.js';
import { wireAccess } from '../../../src/features/access/wiring.js';
import { categorySources } from '../../../src/features/categories/wiring.js';
import type { CityModel } from '../../../src/features/crosswalk/index.js';
import { deliberationNodes, deliberationResolvers } from '../../../src/features/deliberation/graphql/index.js';
import { wireDeliberation } from '../../../src/features/deliberation/wiring.js';
import { wireElements } from '../../../src/features/elements/wiring.js';
import { AllElementsGridResolver, GridLists, GridsResolver } from '../../../src/features/grids/graphql/index.js';
import { allElementsLayer } from '../../../src/features/grids/index.js';
import { FeedJudge } from '../../../src/features/loop/procedure/feed-judge.js';
import { MattersResolver, PlatformMatterType } from '../../../src/features/matters/graphql/index.js';
import { wireMatters } from '../../../src/features/matters/wiring.js';
import { assembleSchema, bindingsOf } from '../../../src/gateway/schema/assemble-schema.js';
import { registerDepartments } from '../../../src/graphql/department.js';
import { NodeResolver } from '../../../src/graphql/node.resolver.js';
import { PageCursors } from '../../../src/graphql/page-cursors.js';
import type { RequestContext } from '../../../src/graphql/request-context.js';
import type { Principal, Role } from '../../../src/kernel/principal.js';
import { aPrincipal } from '../access/a-principal.js';
import { sixOffices } from '../departments/six-offices.js';
import { aCityIndex, type TestCityIndex } from '../eventlog/city-index.js';
import { aCityModel, community, gridCodes, uuidOfUnit } from '../live/a-city-model.js';

/** The township that everything of the city lies in. */
export const township = '360203003';
/** Codes of the committee that decides, of that of another community, and of the township's government. */
export const bodies = { committee: 'committee', neighbour: 'neighbour', government: 'government' } as const;
/** The one category that is known. */
export const category = { standard: 's', kind: 'MATTER', code: '01' } as const;

/** Who asks: a role on the ground of one community unless the test says otherwise. */
export const aPersonOf = (role: Role, changed: Partial<Principal> = {}): Principal =>
  aPrincipal([community], { role, subject: role.toLowerCase(), ...changed });

/** What GraphQL answers. */
export type Answer = Readonly<Record<string, unknown>>;

/** A city index of two grids, and the schema of deliberations over it as the platform has it. */
export class DeliberatingCity {
  now = new Date('2026-11-22T02:00:00Z');
  readonly grants: SharingGrant[] = [];

  private constructor(
    readonly index: TestCityIndex,
    private readonly schema: GraphQLSchema,
    private readonly model: CityModel,
    private readonly clock: { now: () => Date },
  ) {}

  static async make(): Promise<DeliberatingCity> {
    const [index, model] = [await aCityIndex(), aCityModel()];
    await writeGround(index);
    const clock = { now: (): Date => city.now };
    const schema = await schemaOver(index, model, clock);
    const city: DeliberatingCity = new DeliberatingCity(index, schema, model, clock);
    return city;
  }

  /** Asks as somebody; throws what GraphQL reports as errors. */
  async ask(principal: Principal, source: string, variableValues: object = {}): Promise<Answer> {
    const contextValue = this.#context(principal);
    const { data, errors } = await graphql({ schema: this.schema, source, contextValue, variableValues: { ...variableValues } });
    if (errors) throw errors[0]!.originalError ?? errors[0]!;
    return data!;
  }

  rows<Row extends object>(text: string): Promise<readonly Row[]> {
    return this.index.sql.query<Row>(text);
  }

  #context(principal: Principal): RequestContext<CityModel> {
    const { model, clock } = this;
    const places = {
      cityCode: model.city.code,
      levelOf: (code: string) => model.divisions.find(code)?.level ?? null,
      gridUuidOf: (code: string) => model.unit(allElementsLayer, code)?.uuid ?? null,
    };
    const agreements = { offices: sixOffices.map(({ code }) => code), sealing: [], grants: this.grants };
    const scope = scopeOf({ principal, purpose: null, places, day: '2026-11-22' }, agreements);
    return { principal, scope, scopeNow: () => scope, purpose: null, clock, requestId: 'r', language: 'en', model };
  }
}

async function schemaOver(index: TestCityIndex, model: CityModel, clock: { now: () => Date }): Promise<GraphQLSchema> {
  const { sql, transaction } = index;
  const pathOf = (code: string): readonly string[] => model.divisions.pathOf(code).map((division) => division.code);
  const authority = rightsDecide(() => ({ cityCode: model.city.code, pathOf }));
  const deciding = { ...wireAccess(sql, clock), authority, inTransaction: transaction, clock };
  const { organisations, elements, findOrganisation } = wireElements(sql, transaction);
  const { matters, reporting } = wireMatters({
    ...deciding,
    sql,
    judge: new FeedJudge(new Map()),
    told: () => Promise.resolve(),
    timeZone: () => model.city.timeZone,
    matterTypes: new Map(),
    sealing: new Map(),
    elements,
    // No clock of a matter runs here.
    begun: () => Promise.resolve(),
  });
  const cursors = new PageCursors('only tests read these cursors, and none leaves them');
  const { deliberations, deliberating } = wireDeliberation({ ...deciding, sql, findOrganisation, reporting });
  const { categories } = categorySources(sql);
  const models = { current: () => model, at: () => Promise.resolve(model) };
  registerDepartments(sixOffices);
  return assembleSchema({
    bindings: bindingsOf([
      ...deliberationResolvers({ deliberations, deliberating, categories, organisations, matters, cursors }),
      new NodeResolver([deliberationNodes(deliberations)]),
      new MattersResolver(matters, cursors),
      new GridsResolver(models, new GridLists(cursors)),
      new AllElementsGridResolver(),
    ]),
    orphans: [PlatformMatterType],
  });
}

async function writeGround({ sql }: TestCityIndex): Promise<void> {
  await sql.query(
    `insert into division (code, name, level, parent_code, kind, valid_from) values ('360200', 'c', 'CITY', null, 'X', '2000-01-01'),
       ('360202', 'd', 'COUNTY', '360200', 'X', '2000-01-01'), ('360203', 'd', 'COUNTY', '360200', 'X', '2000-01-01'),
       ($1, 't', 'TOWNSHIP', '360203', 'X', '2000-01-01'), ($2, 'm', 'COMMUNITY', $1, 'X', '2000-01-01')`,
    [township, community],
  );
  await sql.query(
    `insert into organisation (id, issuer, scheme, code, name, kind, level, division_code, as_of)
       select gen_random_uuid(), 'i', 'x', code, code, kind, level, division, now()
         from unnest($1::text[], $2::text[], $3::text[], $4::text[]) given (code, kind, level, division)`,
    [
      Object.values(bodies),
      ['COMMITTEE', 'COMMITTEE', 'GOVERNMENT'],
      ['COMMUNITY', 'COMMUNITY', 'TOWNSHIP'],
      [community, '360203003009', township],
    ],
  );
  await sql.query(`insert into matter_category (standard, kind, code, name_zh) values ('s', 'MATTER', '01', '路灯')`);
  await sql.query(
    `insert into layer (key, name_zh, name_en, is_partition, is_primary, id_scheme, synthetic, ordinal)
       values ($1, '格', 'grids', true, true, 'opaque', true, 0)`,
    [allElementsLayer],
  );
  const codes = Object.values(gridCodes);
  await sql.query(
    `insert into unit (id, layer_key, local_id, generation) select id, $1, code, 1 from unnest($2::uuid[], $3::text[]) given (id, code)`,
    [allElementsLayer, codes.map(uuidOfUnit.grid), codes],
  );
}
