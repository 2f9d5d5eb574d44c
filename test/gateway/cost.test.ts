import { sixOffices } from '../../src/composing/six-offices.js';
import { GraphqlClient, type Variables } from '../support/gateway/graphql-client.js';
import { startQuietPlatform } from '../support/gateway/start-quiet-platform.js';
import { statementsOf } from '../support/gateway/statements-of.js';
import type { TestPlatform } from '../support/platform.js';

/** What an analyst asks first: grids of a street with the other offices’ units, counts, and their newest matters. */
const flagship = `query Flagship($first: Int!) { allElementsGrids(first: $first, where: { division: { within: "360203003" } }) { nodes {
  id code name areaM2 households division { name parent { name } }
  departmentGrids { weight inverseWeight basis grid { id name ... on DepartmentGrid { localId department } } }
  elementCounts { kind count }
  matters(first: 5) { nodes { id title state reportedAt light } } } } }`;

/** The same with the fields that only one office has, from six front databases. */
const withOwnFields = flagship.replace(
  'localId department',
  `localId department ... on PartyBuildingGrid { branchForm host } ... on PoliticalLegalGrid { gridKind centre } ... on CivilAffairsGrid { communityType committeeSeats }
   ... on UrbanManagementGrid { landUse managementGrade } ... on PetitionGrid { receptionSite receptionDay } ... on HousingEstate { builtYear dwellings }`,
);

const people = `query People($first: Int!) { allElementsGrids(first: $first, where: { division: { within: "360203003" } }) { totalCount nodes {
  counts { measure value } posts { kind organisation { name parent { name } } } elements(first: 3) { totalCount nodes { name keeper { name } departmentGrid(department: HOUSING) { localId } } } } } }`;

const matterList = `query Matters($first: Int!) { matters(first: $first, where: { division: { within: "360203003" } }) { totalCount nodes {
  id title keeper { name } category { nameZh } assignments { role organisation { name } } history { toState organisation { name } } about { name keeper { name } }
  grid { code } departmentGrid(department: POLITICAL_LEGAL) { name } light } } }`;

describe('the number of SQL statements of a query, whatever the length of its lists', () => {
  let platform: TestPlatform;
  let client: GraphqlClient;
  beforeAll(async () => {
    platform = await startQuietPlatform();
    client = new GraphqlClient(platform.url);
  }, 600_000);
  afterAll(() => platform.stop());

  /** The cost of a query as statements a database, e.g. `city-index 2`. */
  const costOf = async (query: string, variables: Variables): Promise<readonly string[]> => {
    const sent = await statementsOf(platform, () => client.data(query, variables));
    const databases = sent.map((statement) => statement.slice(0, statement.indexOf(':')));
    return [...new Set(databases)].sort().map((database) => `${database} ${databases.filter((one) => one === database).length}`);
  };
  const bothLengths = async (query: string): Promise<readonly (readonly string[])[]> => [
    await costOf(query, { first: 2 }),
    await costOf(query, { first: 20 }),
  ];

  test('the flagship query costs 2 statements: grids and links are in memory, element counts and newest matters cost one each', async () => {
    const cost = ['city-index 2'];
    expect(await bothLengths(flagship)).toEqual([cost, cost]);
  });

  test('the fields that only one office has cost one statement an office, one list or twenty', async () => {
    const cost = ['city-index 2', ...sixOffices.map(({ key }) => `${key} 1`)]
      .map((line) => line.replace('city-index', '0 city-index'))
      .sort();
    const [few, many] = await bothLengths(withOwnFields);
    const sorted = (lines: readonly string[]) => lines.map((line) => line.replace('city-index', '0 city-index')).sort();
    expect([sorted(few!), sorted(many!)]).toEqual([cost, cost]);
  });

  test('counts, posts and the first elements of grids cost 7 statements with the bodies behind them', async () => {
    const cost = ['city-index 7'];
    expect(await bothLengths(people)).toEqual([cost, cost]);
  });

  test('a list of matters costs 10 statements: the page, its total, the keepers, categories, assignments and steps with their bodies, what they are about, and the units that they lie in', async () => {
    const cost = ['city-index 10'];
    expect(await bothLengths(matterList)).toEqual([cost, cost]);
  });

  test('a list of one office’s grids costs one statement for all its own fields', async () => {
    const query = `query Units($first: Int!) { departmentGrids(department: URBAN_MANAGEMENT, first: $first) { totalCount nodes { localId ... on UrbanManagementGrid { landUse managementGrade collectorShift surveyedOn } } } }`;
    const cost = ['urban-management 1'];
    expect(await bothLengths(query)).toEqual([cost, cost]);
  });

  test('a hundred nodes of one type cost what one costs', async () => {
    const { elements } = await client.data<{ elements: { nodes: readonly { id: string }[] } }>('{ elements(first: 100) { nodes { id } } }');
    const ids = elements.nodes.map(({ id }) => id);
    const query = 'query Nodes($ids: [ID!]!) { nodes(ids: $ids) { id ... on Element { name keeper { name } } } }';
    const cost = ['city-index 2'];
    expect([await costOf(query, { ids: ids.slice(0, 2) }), await costOf(query, { ids })]).toEqual([cost, cost]);
  });

  test('the same question asked twice in one document is asked of the databases as often as two questions', async () => {
    const twice = `{ a: allElementsGrids(first: 3) { nodes { elementCounts { count } } } b: allElementsGrids(first: 3) { nodes { elementCounts { count } } } }`;
    expect(await costOf(twice, {})).toEqual(['city-index 1']);
  });
});
