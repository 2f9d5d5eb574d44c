import { GraphqlClient, type HttpAnswer, type Variables } from '../support/gateway/graphql-client.js';
import { startQuietPlatform } from '../support/gateway/start-quiet-platform.js';
import type { TestPlatform } from '../support/platform.js';

describe('an operation that comes again is compiled, and', () => {
  let platform: TestPlatform;
  let client: GraphqlClient;
  beforeAll(async () => {
    platform = await startQuietPlatform();
    client = new GraphqlClient(platform.url);
  }, 600_000);
  afterAll(() => platform.stop());

  /** The same question four times: the first is interpreted, the others are answered by compiled code. */
  const fourTimes = async (query: string, variables: Variables = {}): Promise<readonly HttpAnswer[]> => {
    const answers: HttpAnswer[] = [];
    for (let time = 0; time < 4; time++) answers.push(await client.ask(query, variables));
    return answers;
  };
  const withoutOwnIds = ({ text, status }: HttpAnswer): string =>
    `${status} ${text.replace(/"(requestId|errorId)":"[^"]*"|"(ageSeconds)":\d+/g, "'$1$2'")}`;

  test.each([
    [
      'lists, interfaces, fragments and aliases',
      'query A($n: Int = 3, $more: Boolean = true) { few: allElementsGrids(first: $n) { totalCount nodes { __typename code ...G links(first: 5) @include(if: $more) { nodes { weight grid { ... on DepartmentGrid { localId } __typename } } } } } } fragment G on Grid { id areaM2 boundary }',
    ],
    ['a refusal', '{ locate(longitude: 400, latitude: 29) { longitude } }'],
    ['a refusal deep in a list', '{ allElementsGrids(first: 2) { nodes { name links(minWeight: 7) { totalCount } } } }'],
    [
      'the cursors of edges',
      '{ allElementsGrids(first: 3) { edges { cursor } } organisations(first: 3) { edges { cursor node { code } } } }',
    ],
    ['nothing found', '{ matter(department: PETITION, localId: "none") { title } }'],
  ])('answers the same bytes: %s', async (_what, query) => {
    const [first, ...again] = (await fourTimes(query)).map(withoutOwnIds);
    expect(new Set(again)).toEqual(new Set([first]));
  });

  test.each([
    [
      'as a variable',
      'query C($codes: [CategoryInput!]!) { resolveCategories(codes: $codes) { status } }',
      { codes: [{ standard: 'GB/T 47678.5-2026', code: '06010' }] },
    ],
    [
      'within a variable of its own',
      'query D($code: SourceId!) { resolveCategories(codes: [{ standard: "GB/T 47678.5-2026", code: $code }]) { status } }',
      { code: '06010' },
    ],
  ])('answers the same bytes where an input leaves out what has a default: %s', async (_how, query, variables) => {
    const answers = await fourTimes(query, variables);
    expect(answers.map(({ errors }) => errors)).toEqual([[], [], [], []]);
    expect(new Set(answers.map(withoutOwnIds)).size).toBe(1);
  });

  test('refuses a bad variable in the same words whenever it comes', async () => {
    const query = 'query B($n: Int!) { allElementsGrids(first: $n) { totalCount } }';
    const bad = async (): Promise<string> => withoutOwnIds(await client.ask(query, { n: 'many' }));
    const before = await bad();
    await fourTimes(query, { n: 1 });
    expect(await bad()).toBe(before);
  });
});
