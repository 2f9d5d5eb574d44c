import { receivedBy } from '../../../src/features/catalogue/first-receiver.js';
import type { Duty } from '../../../src/features/elements/index.js';

const duty = (organisationUuid: string, changed: Partial<Duty> = {}): Duty => ({
  ...{ standard: 's', kind: 'MATTER', categoryCode: '06027', divisionCode: 'county', organisationUuid },
  ...{ validFrom: '2025-01-01', validTo: null, document: null, ...changed },
});
const upwards = ['township', 'county'];
const leads = (...duties: readonly Duty[]): string | null => receivedBy(duties, upwards).firstReceiver;

test('a duty for the category comes before one for every category, though of a lower division', () => {
  expect(leads(duty('all', { categoryCode: '*', divisionCode: 'township' }), duty('named'))).toBe('named');
});

test('a duty of a lower division comes before one of a higher, though it is younger', () => {
  expect(leads(duty('old'), duty('near', { divisionCode: 'township', validFrom: '2026-01-01' }))).toBe('near');
});

test('the oldest of duties alike leads', () => {
  expect(leads(duty('young', { validFrom: '2026-01-01' }), duty('old'))).toBe('old');
});

test('nobody leads by chance: where two tie, or none is named, it is unclear', () => {
  expect(leads(duty('one'), duty('other'))).toBeNull();
  expect(leads(duty('one'), duty('one'))).toBe('one');
  expect(leads()).toBeNull();
});

test('another order of the preferences is another rule', () => {
  const rivals = [duty('old', { validFrom: '2020-01-01' }), duty('near', { divisionCode: 'township' })];
  expect(receivedBy(rivals, upwards, ['LONGEST_IN_DUTY', 'LOWEST_DIVISION']).firstReceiver).toBe('old');
});
