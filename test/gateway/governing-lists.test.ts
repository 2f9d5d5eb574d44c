import { randomUUID } from 'node:crypto';

import type { DemoTokenWish } from '../../src/features/access/index.js';
import { addDays, dateIn } from '../../src/kernel/dates.js';
import { demoToken } from '../support/access/demo-token.js';
import { GraphqlClient } from '../support/gateway/graphql-client.js';
import { drawnCity } from '../support/intake/drawn-city.js';
import { type ChangePack, ServedCity } from '../support/intake/served-city.js';

interface Answer {
  readonly __typename: string;
  readonly code?: string;
  readonly idempotentReplay?: boolean;
  readonly application?: { readonly id: string; readonly state: string; readonly version: number; readonly reason: string | null };
  readonly edition?: { readonly number: number; readonly effectiveFrom: string; readonly items: { readonly nodes: readonly object[] } };
}

const bulb = { standard: 'light-2020', kind: 'MATTER', code: '0101' };
const light = { ...bulb, code: '01' };
const [station, street] = ['1199010000000001AJ', '1199010000000003CT'];
const shown = {
  applyForAdmission: ['ApplyForAdmissionInput', 'AdmissionApplicationChanged', 'application { id state version reason }'],
  reviewAdmission: ['ReviewAdmissionInput', 'AdmissionApplicationChanged', 'application { id state version reason }'],
  publishAdmissionList: ['PublishAdmissionListInput', 'CatalogueListPublished', ''],
  publishWhistleList: ['PublishListInput', 'CatalogueListPublished', ''],
  publishDutyList: ['PublishListInput', 'CatalogueListPublished', ''],
} as const;
const edition = 'edition { number effectiveFrom items { nodes { task temporary category { nameZh } organisation { code } } } }';

/** Both offices have a form for lights, and ask for the same in their own words. */
const withForms: ChangePack = async (pack) => {
  const item = (office: string, rest: string): string => `${office},light-2020,MATTER,01,登记表,${rest},true,2020-01-01\n`;
  await pack.replace('manifest.json', '"duties": [', '"forms": [{ "path": "forms.csv", "format": "csv" }], "duties": [');
  await pack.write(
    'forms.csv',
    `office,standard,kind,category,form,key,label,filled_from,required,valid_from\n${[
      item('lighthouse', 'title,标题,TITLE'),
      item('lighthouse', 'beam,光束编号,OFFICE_GRID'),
      item('orchard', 'what,事由,TITLE'),
      item('orchard', 'rows,受影响行数,'),
    ].join('')}`,
  );
};

let city: ServedCity;
let today: string;
let tomorrow: string;

beforeAll(async () => {
  city = await ServedCity.start(drawnCity, withForms);
  today = dateIn('Asia/Shanghai', new Date());
  tomorrow = addDays(today, 1);
}, 240_000);
afterAll(() => city?.stop());

const as = async (who: Partial<DemoTokenWish>): Promise<GraphqlClient> =>
  new GraphqlClient(city.platform.url, await demoToken(city.platform, { subject: 'somebody', ...who }));

async function act(who: Partial<DemoTokenWish>, mutation: keyof typeof shown, input: object): Promise<Answer> {
  const [type, changed, fields] = shown[mutation];
  const text = `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ... on ${changed} { idempotentReplay ${fields || edition} } ... on Refusal { code } } }`;
  const declared = { idempotencyKey: randomUUID(), document: '港网格〔2026〕3号', organisation: street, role: '网格办主任' };
  return (await (await as(who)).data<Record<string, Answer>>(text, { input: { ...declared, ...input } }))[mutation]!;
}

const clerk = { role: 'TOWNSHIP_DISPATCHER', subject: 'clerk' } as const;
const gridOffice = { role: 'GRID_OFFICE', subject: 'grid-office' } as const;
const wish = () => ({ category: light, task: '发现灯光故障即上报', temporary: true, validFrom: today, validTo: addDays(today, 30) });
const admission = async () =>
  (
    await city.client.data<{ admission: object }>(
      `query ($category: CategoryInput!, $at: Date) { admission(category: $category, at: $at) { standing edition until } }`,
      { category: bulb, at: tomorrow },
    )
  ).admission;

test('what a department applies for, and somebody else of the grid office accepts, governs from the day of its edition', async () => {
  expect(await admission()).toEqual({ standing: 'NO_LIST', edition: null, until: null });
  expect(await act(clerk, 'applyForAdmission', { ...wish(), validTo: null })).toMatchObject({ __typename: 'BadInput' });
  const applied = await act(clerk, 'applyForAdmission', wish());
  expect(applied).toMatchObject({ __typename: 'AdmissionApplicationChanged', application: { state: 'PENDING', version: 1 } });
  const review = { application: applied.application!.id, expectedVersion: 1, verdict: 'ACCEPTED' };
  expect(await act({ ...gridOffice, subject: 'clerk' }, 'reviewAdmission', review)).toMatchObject({ __typename: 'Forbidden' });
  expect(await act(clerk, 'reviewAdmission', review)).toMatchObject({ __typename: 'Forbidden' });
  expect(await act(gridOffice, 'reviewAdmission', review)).toMatchObject({ application: { state: 'ACCEPTED', version: 2 } });
  expect(await act(gridOffice, 'reviewAdmission', { ...review, verdict: 'REFUSED', reason: '已有他人办理' })).toMatchObject({
    __typename: 'Conflict',
  });
  const publication = { effectiveFrom: tomorrow, expectedEdition: 0 };
  expect(await act(gridOffice, 'publishAdmissionList', { ...publication, effectiveFrom: '2026-01-01' })).toMatchObject({
    ...{ __typename: 'BadInput', code: 'DATE_INVALID' },
  });
  const once = { ...publication, idempotencyKey: randomUUID() };
  const published = await act(gridOffice, 'publishAdmissionList', once);
  expect(published).toMatchObject({
    ...{ __typename: 'CatalogueListPublished', idempotentReplay: false },
    edition: {
      number: 1,
      effectiveFrom: tomorrow,
      items: { nodes: [{ category: { nameZh: '灯光故障' }, organisation: { code: street } }] },
    },
  });
  expect(await act(gridOffice, 'publishAdmissionList', once)).toEqual({ ...published, idempotentReplay: true });
  expect(await act(gridOffice, 'publishAdmissionList', publication)).toMatchObject({ __typename: 'Conflict' });
  expect(await admission()).toEqual({ standing: 'TEMPORARY', edition: 1, until: addDays(today, 30) });
}, 60_000);

test('a refusal needs its reason', async () => {
  const { application } = await act(clerk, 'applyForAdmission', wish());
  const review = { application: application!.id, expectedVersion: 1, verdict: 'REFUSED' };
  expect(await act(gridOffice, 'reviewAdmission', review)).toMatchObject({ __typename: 'BadInput' });
  expect(await act(gridOffice, 'reviewAdmission', { ...review, reason: '不属网格职责' })).toMatchObject({
    application: { state: 'REFUSED', reason: '不属网格职责' },
  });
}, 60_000);

test('whistle list and duty list tell who must answer, from the lowest division upwards', async () => {
  const publication = { effectiveFrom: today, expectedEdition: 0 };
  const whistle = [{ category: light, task: '多部门联合处置' }];
  const duties = [
    { category: light, division: '990101', organisation: station, task: '抢修' },
    { category: light, division: '990101001', organisation: street, task: '现场协调' },
  ];
  expect(await act(clerk, 'publishWhistleList', { ...publication, lines: whistle })).toMatchObject({ __typename: 'Forbidden' });
  expect(await act(gridOffice, 'publishDutyList', { ...publication, lines: whistle })).toMatchObject({ __typename: 'BadInput' });
  expect(await act(gridOffice, 'publishWhistleList', { ...publication, lines: whistle })).toMatchObject({ edition: { number: 1 } });
  expect(await act(gridOffice, 'publishDutyList', { ...publication, lines: duties })).toMatchObject({ edition: { number: 1 } });
  const { dispatchProposal } = await city.client.data<{ dispatchProposal: object }>(
    `query ($category: CategoryInput!) { dispatchProposal(category: $category, division: "990101001001") {
       isUnclear organisations { role organisation { code } } isWhistle whistleEdition dutyEdition mustAnswer { task organisation { code } } } }`,
    { category: bulb },
  );
  expect(dispatchProposal).toMatchObject({
    ...{ isUnclear: false, isWhistle: true, whistleEdition: 1, dutyEdition: 1 },
    organisations: [{ role: 'LEAD', organisation: { code: street } }, { role: 'SUPPORT' }],
    mustAnswer: [
      { task: '现场协调', organisation: { code: street } },
      { task: '抢修', organisation: { code: station } },
    ],
  });
}, 60_000);

test('one report fills every office’s form, each with its own grid code, and names what is missing and what is asked twice', async () => {
  const { matters, repeatedItems } = await city.client.data<{
    matters: { nodes: readonly { id: string; title: string }[] };
    repeatedItems: object;
  }>(
    `query ($category: CategoryInput!) { matters(first: 100) { nodes { id title } }
       repeatedItems(category: $category) { asked different repeated { filledFrom labels departments } } }`,
    { category: bulb },
  );
  expect(repeatedItems).toEqual({
    ...{ asked: 4, different: 3 },
    repeated: [{ filledFrom: 'TITLE', labels: ['标题', '事由'], departments: ['LIGHTHOUSE', 'ORCHARD'] }],
  });
  const { id } = matters.nodes.find(({ title }) => title === '东灯不亮')!;
  const forms = '{ filledForms(matter: "' + id + '") { department items { key value } missing { label } } }';
  expect((await city.client.data<{ filledForms: object }>(forms)).filledForms).toEqual([
    {
      department: 'LIGHTHOUSE',
      items: [
        { key: 'title', value: '东灯不亮' },
        { key: 'beam', value: '0001' },
      ],
      missing: [],
    },
    {
      department: 'ORCHARD',
      items: [
        { key: 'what', value: '东灯不亮' },
        { key: 'rows', value: null },
      ],
      missing: [{ label: '受影响行数' }],
    },
  ]);
  const others = await as({ role: 'ANALYST', department: 'ORCHARD' });
  expect((await others.data<{ filledForms: object }>(forms)).filledForms).toEqual([]);
}, 60_000);
