import type { AdmissionApplication } from '../../../src/features/catalogue/admission-application.js';
import { admittedLines } from '../../../src/features/catalogue/publishing/admitted-lines.js';
import { checkedTerms, type LineTerms } from '../../../src/features/catalogue/publishing/checked-line.js';
import { checkLinesApart } from '../../../src/features/catalogue/publishing/lines-apart.js';
import type { NewestEdition, NewLine } from '../../../src/features/catalogue/publishing/ports.js';

const refusal = (code: string): Error => expect.objectContaining({ code }) as Error;
const fumes = { standard: 'GB/T 47678.5-2026', kind: 'MATTER', code: '06027' };
const terms = (changed: Partial<LineTerms> = {}): LineTerms => ({
  ...{ task: ' 巡查并上报 ', temporary: false, validFrom: '2026-01-01', validTo: null, ...changed },
});
const line = (changed: Partial<NewLine> = {}): NewLine => ({
  ...{ category: fumes, divisionCode: null, organisationUuid: 'ecology', document: null, applicationUuid: null },
  ...{ task: '巡查', temporary: false, validFrom: '2026-01-01', validTo: null, ...changed },
});
const application = (uuid: string, changed: Partial<AdmissionApplication> = {}): AdmissionApplication => ({
  ...{ uuid, category: fumes, task: '巡查', temporary: false, validFrom: '2026-01-01', validTo: null, organisationUuid: 'ecology' },
  ...{ document: '示例', appliedAt: new Date(0), state: 'ACCEPTED', reason: null, reviewedAt: null, version: 2, ...changed },
});
const newest = (...lines: readonly (readonly [string, NewLine])[]): NewestEdition => ({
  ...{ number: 1, effectiveFrom: '2026-01-01' },
  items: lines.map(([uuid, one]) => ({ ...one, uuid })),
});

describe('a line', () => {
  test('loses the blanks around its task', () => {
    expect(checkedTerms(terms()).task).toBe('巡查并上报');
  });

  test.each([
    ['temporary without an end', { temporary: true }, 'DATE_INVALID'],
    ['that ends before it begins', { validTo: '2026-01-01' }, 'DATE_INVALID'],
    ['that asks for nothing', { task: '  ' }, 'TEXT_INVALID'],
    ['that names whom to call', { task: '联系 13800138000' }, 'TEXT_INVALID'],
  ])('%s is refused', (_what, changed, code) => {
    expect(() => checkedTerms(terms(changed))).toThrow(refusal(code));
  });

  test('stands once for an organisation on a day, and as often as it has periods', () => {
    expect(() => checkLinesApart([line(), line({ validFrom: '2027-01-01' })])).toThrow(refusal('BAD_USER_INPUT'));
    expect(() => checkLinesApart([line({ validTo: '2027-01-01' }), line({ validFrom: '2027-01-01' })])).not.toThrow();
    expect(() => checkLinesApart([line(), line({ organisationUuid: 'township' })])).not.toThrow();
  });
});

describe('the next edition of the admission list', () => {
  const all = { applications: null, retire: [], effectiveFrom: '2026-06-01' };

  test('keeps what goes on, drops what is retired or has ended, and takes in what was accepted', () => {
    const held = newest(['stays', line()], ['goes', line()], ['over', line({ validTo: '2026-06-01' })]);
    const accepted = [application('new'), application('late', { temporary: true, validTo: '2026-05-01' })];
    const lines = admittedLines({ ...all, retire: ['goes'] }, { newest: held, accepted });
    expect(lines.map(({ applicationUuid }) => applicationUuid)).toEqual([null, 'new']);
  });

  test('takes in only the applications that are named, where any are', () => {
    const ground = { newest: null, accepted: [application('one'), application('two')] };
    const lines = admittedLines({ ...all, applications: ['two'] }, ground);
    expect(lines.map(({ applicationUuid }) => applicationUuid)).toEqual(['two']);
  });

  test('is refused where it names a line or an application that is not there', () => {
    const nothing = { newest: newest(), accepted: [] };
    expect(() => admittedLines({ ...all, retire: ['x'] }, nothing)).toThrow(refusal('NOT_FOUND'));
    expect(() => admittedLines({ ...all, applications: ['x'] }, nothing)).toThrow(refusal('NOT_FOUND'));
  });
});
