import { randomUUID } from 'node:crypto';

import { type Role, roles } from '../../../src/kernel/principal.js';
import { demoToken } from '../../support/access/demo-token.js';
import { person, wordsOf } from '../../support/access/people.js';
import { type PetitionCity, petitionCity, type PetitionRow } from '../../support/access/petition-city.js';
import { wholeDatabase } from '../../support/access/whole-database.js';
import { eventually } from '../../support/eventlog/eventually.js';
import { GraphqlClient } from '../../support/gateway/graphql-client.js';
import { liveClient } from '../../support/gateway/live-client.js';
import { statementsOf } from '../../support/gateway/statements-of.js';

const people = Array.from({ length: 10 }, (_, nth) => person(40 + nth));
const accusation = (nth: number, changed: Partial<PetitionRow> = {}): PetitionRow => ({
  localId: `A-${nth}`,
  purposeCode: '02',
  title: `控告${people[nth]!.name}`,
  text: people[nth]!.text,
  who: people[nth]!,
  sealed: true,
  ...changed,
});
const petitions: readonly PetitionRow[] = [
  { localId: 'P-1', purposeCode: '03', sealed: true, who: person(1), text: person(1).text },
  { localId: 'P-2', purposeCode: '01', title: '来电', text: person(2).text },
  { localId: 'P-3', purposeCode: '03', state: 'CLOSED', division: '990101001002' },
  { localId: 'P-4', purposeCode: '03', state: 'NOWHERE' },
  { localId: 'P-5', purposeCode: '01', category: '9999' },
];
const [p1, p2, p3, p4, p5] = petitions as [PetitionRow, PetitionRow, PetitionRow, PetitionRow, PetitionRow];
/** The same register with accusations between its rows: sealed or not, refused for this or that, and twice under one id. */
const accused: readonly PetitionRow[] = [
  accusation(0),
  p1,
  accusation(1, { sealed: false, who: null }),
  p2,
  accusation(2, { state: 'NOWHERE' }),
  accusation(3, { category: '9999', division: '990101001002' }),
  p3,
  p4,
  accusation(0),
  accusation(4, { state: 'CLOSED' }),
  p5,
];

const matter = `id localId title state officeState source sealed reportedAt dueAt closedAt light point version sealedIdentity { name contact } category { code } keeper { name } grid { code }
  history { version toState occurredAt } assignments { role } ... on PetitionMatter { petitionForm purposeCode route }`;
const questions: readonly (readonly [query: string, variables?: object])[] = [
  [`{ matters(first: 100) { totalCount totalCountIsLowerBound pageInfo { hasNextPage endCursor } edges { cursor } nodes { ${matter} } } }`],
  [`{ matters(first: 2, where: { department: [PETITION] }) { totalCount pageInfo { hasNextPage endCursor } nodes { localId } } }`],
  [
    '{ a: matters(where: { open: true }) { totalCount } b: matters(where: { open: false }) { totalCount } c: matters(where: { titleContains: "控告" }) { totalCount } }',
  ],
  ['{ allElementsGrids { nodes { code matters { totalCount nodes { localId title } } } } }'],
  ['{ departments { department state counts { matters elements } } }'],
  [
    '{ quarantinedRows(first: 50) { totalCount pageInfo { endCursor } nodes { department file row field value code rule remedy } } departments { quarantined } }',
  ],
  ['{ intakeRuns { openRows quarantinedRows(first: 10) { totalCount nodes { row field rule } } } }'],
  ['{ intakeRuns { department pack rowsRead rowsAccepted rowsQuarantined findings { message } repairs { localId } } }'],
  [
    '{ known: matter(department: PETITION, localId: "A-0") { id } refused: matter(department: PETITION, localId: "A-2") { id } unknown: matter(department: PETITION, localId: "X-0") { id } }',
  ],
  ['query ($ids: [DepartmentalIdInput!]!) { resolveIds(ids: $ids) { __typename } }', { ids: [{ department: 'PETITION', localId: 'A-0' }] }],
];
const reveal = `mutation Reveal($input: RevealSealedInput!) { answer: revealSealed(input: $input) { __typename ... on Refusal { code message hint allowed } } }`;
const report = `mutation Report($input: ReportMatterInput!) { answer: reportMatter(input: $input) { __typename ... on MatterChanged { matter { localId title } } ... on ReportReceived { receipt } ... on Refusal { code message } } }`;

/** The roles that an office of its own gives to its people and machines. */
const ofOffices: readonly Role[] = ['COMMUNITY_STAFF', 'DEPARTMENT_HANDLER', 'DEPARTMENT_SYSTEM', 'DATA_STEWARD', 'SUPERVISOR'];

/** What differs between any two cities: ids, folders and databases whose names are drawn, and instants. */
const alike = (text: string): string =>
  text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<id>')
    .replaceAll(/\d{19}\/\d{8}\/\d+\/\d+/g, '<database>')
    .replaceAll(/"ageSeconds":\d+/g, '"ageSeconds":"<age>"')
    .replaceAll(/allgrid-pack-\w{6}/g, '<pack>')
    .replaceAll(/20\d\d-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d(?::?\d\d)?)/g, '<instant>');

/** The statements of a piece of work, in no order; those by which the platform keeps its audit log in the meantime are not the work's. */
async function sentBy(city: PetitionCity, work: () => Promise<unknown>): Promise<readonly string[]> {
  const sent = await statementsOf(city, work);
  return sent.filter((text) => !/audit_/.test(text)).sort();
}

describe('the accused cannot learn that an accusation exists: a city with accusations answers as one without', () => {
  let plain: PetitionCity;
  let hiding: PetitionCity;
  const both = (): readonly PetitionCity[] => [plain, hiding];
  beforeAll(async () => {
    const settings = { CURSOR_SECRET: 'x'.repeat(40) };
    plain = await petitionCity('petitions-plain', petitions, settings);
    hiding = await petitionCity('petitions-accused', accused, settings);
    for (const { running } of both()) {
      await running.intake.follower.stop();
      await eventually('new matters have been searched for duplicates up to the end of the log', async () => {
        const [mark] = await running.databases.index.sql.query<{ isAtEnd: boolean }>(
          'select position = last_position as "isAtEnd" from duplicate_mark, event_stream where not exists (select from event_inbox)',
        );
        return mark?.isAtEnd === true;
      });
    }
  }, 240_000);
  afterAll(async () => {
    await plain?.stop();
    await hiding?.stop();
  });

  const as = async (city: PetitionCity, role: Role, department: string | null, changed: object = {}): Promise<GraphqlClient> =>
    new GraphqlClient(city.url, await demoToken(city, { role, department, subject: `${role}-${department ?? 'CITY'}`, ...changed }));
  const wish = (localId: string) => ({
    input: { idempotencyKey: randomUUID(), department: 'PETITION', localId, purpose: 'REPLY', document: '港信访字〔2026〕12号' },
  });
  const words = wordsOf(people);

  test('the one holds accusations, the other none', async () => {
    const held = await Promise.all(
      both().map(({ running }) => running.databases.fronts.get('petition')!.sql.query('select from matter_record where stays_home')),
    );
    expect(held.map(({ length }) => length)).toEqual([0, 3]);
    expect(
      await hiding.running.databases.fronts.get('petition')!.sql.query('select row_number, field from home_quarantine order by id'),
    ).toHaveLength(3);
  });

  test('every table of their indexes holds the same, row for row', async () => {
    const [one, other] = await Promise.all(both().map(({ running }) => wholeDatabase(running.databases.index.sql)));
    expect([...other!.keys()]).toEqual([...one!.keys()]);
    const sorted = (text: string): readonly string[] => alike(text).split('\n').sort();
    for (const [table, text] of one!) {
      // Nobody has acted yet: what stands there is the platform's own keeping of the log, by its own clock and key.
      if (table.startsWith('audit_')) continue;
      // Links are computed from the ground alone, in so many milliseconds.
      if (table === 'crosswalk_run') continue;
      // Where the placing stands is told by instants and transactions of the database itself.
      if (table === 'placing_mark') continue;
      expect([table, sorted(other!.get(table)!)]).toEqual([table, sorted(text)]);
    }
  });

  test('to every role of every office every answer is the same, byte for byte, at the same statements', async () => {
    const compared: string[] = [];
    for (const department of [null, 'PETITION', 'LIGHTHOUSE'] as const) {
      for (const role of department === null ? roles : ofOffices) {
        const clients = await Promise.all(both().map((city) => as(city, role, department, { organisation: '1199010000000003CT' })));
        for (const [query, variables] of questions) {
          const answers: { text: string; sent: readonly string[] }[] = [];
          for (const [nth, client] of clients.entries()) {
            let text = '';
            const sent = await sentBy(both()[nth]!, async () => {
              text = (await client.ask(query, { ...variables })).text;
            });
            answers.push({ text: alike(text), sent });
          }
          expect(answers[1]).toEqual(answers[0]);
          expect(words.filter((word) => answers[1]!.text.includes(word))).toEqual([]);
          compared.push(answers[0]!.text);
        }
      }
    }
    expect(compared).toHaveLength((roles.length + 2 * ofOffices.length) * questions.length);
    expect(compared.some((text) => text.includes('"totalCount":3'))).toBe(true);
  }, 120_000);

  test('to reveal an accusation is refused as to reveal what nobody wrote, to all but its keeper', async () => {
    for (const [role, department] of [
      ['DEPARTMENT_HANDLER', 'LIGHTHOUSE'],
      ['GRID_OFFICE', null],
      ['GRID_OFFICE', 'PETITION'],
      ['AUDITOR', null],
    ] as const) {
      const client = await as(hiding, role, department);
      const answers: string[] = [];
      const paths: (readonly string[])[] = [];
      for (const localId of ['A-0', 'A-2', 'X-0']) {
        let text = '';
        paths.push(await sentBy(hiding, async () => void (text = (await client.ask(reveal, wish(localId))).text)));
        answers.push(text);
      }
      expect(new Set(answers).size).toBe(1);
      expect(answers[0]).toContain('NotFound');
      expect(paths[1]).toEqual(paths[0]);
      expect(paths[2]).toEqual(paths[0]);
    }
  });

  test('a report that accuses moves nothing: the next report has the number, the stream the event, that it would have had', async () => {
    const told: string[][] = [];
    for (const city of both()) {
      const client = liveClient(city.url, await demoToken(city, { role: 'SUPERVISOR', department: null }));
      const events = client.iterate<object>({
        query: `subscription { matterEvents { __typename ... on MatterEvent { position kind transition { toState version } matter { localId title state sealed } } } }`,
      });
      await events.next();
      const reporter = await as(city, 'HOTLINE', null);
      const aReport = (sealed: object | null) => ({
        input: {
          idempotencyKey: randomUUID(),
          title: '路灯不亮',
          category: { standard: 'light-2020', kind: 'MATTER', code: '0101' },
          point: { longitude: 117.012, latitude: 29.012 },
          sealed,
        },
      });
      if (city === hiding) {
        const answer = await reporter.ask(report, aReport({ keeper: 'PETITION', text: people[9]!.text, accusation: true }));
        expect(answer.text).toContain('ReportReceived');
      }
      const lines = [(await reporter.ask(report, aReport({ keeper: 'PETITION', text: '另一件事' }))).text];
      lines.push((await reporter.ask(report, aReport(null))).text);
      while (lines.length < 4) {
        const text = JSON.stringify((await events.next()).value);
        if (text.includes('"MatterEvent"')) lines.push(text);
      }
      told.push(lines.map(alike));
      await client.dispose();
    }
    expect(told[1]).toEqual(told[0]);
    expect(told[0]![0]).toContain('MatterChanged');
  });

  test('an import tells the same progress, and of its runs the same', async () => {
    const told = await Promise.all(
      both().map(async ({ running }) => {
        const lines: string[] = [];
        const { runs, changed } = await running.intake.cityImport.importPack(running.config.cityPack, {
          onProgress: (progress) => lines.push(JSON.stringify(progress)),
        });
        return { lines, changed, runs: runs.map((run) => alike(JSON.stringify(run))) };
      }),
    );
    expect(told[1]).toEqual(told[0]);
  });

  test('the log of the platform names none of them', () => {
    expect(words.filter((word) => hiding.logged().includes(word))).toEqual([]);
    expect(/A-\d|控告/.test(hiding.logged())).toBe(false);
  });
});
