import { sixOffices } from '../../support/departments/six-offices.js';

const petition = sixOffices.find(({ code }) => code === 'PETITION')!;

describe('a matter that never leaves the office', () => {
  test.each(['02', '2', ' 02 ', '０２'])('is a petition whose purpose is an accusation, written %j, sealed or not', (purposeCode) => {
    expect(petition.staysHome({ sealed: true, own: { purposeCode } })).toBe(true);
    expect(petition.staysHome({ sealed: false, own: { purposeCode } })).toBe(true);
  });

  test.each([undefined, null, '', '检举', 2])('is a sealed petition whose purpose cannot be read, as %j', (purposeCode) => {
    expect(petition.staysHome({ sealed: true, own: { purposeCode } })).toBe(true);
    expect(petition.staysHome({ sealed: false, own: { purposeCode } })).toBe(false);
  });

  test.each(['01', '03', '99', '20'])('is no petition with the purpose %s', (purposeCode) => {
    expect(petition.staysHome({ sealed: true, own: { purposeCode } })).toBe(false);
  });

  test('is a petition that is sent on the way of accusations, whatever its purpose says', () => {
    expect(petition.staysHome({ sealed: false, own: { purposeCode: '03', route: 'ACCUSATION' } })).toBe(true);
    expect(petition.staysHome({ sealed: true, own: { purposeCode: '03', route: 'LITIGATION' } })).toBe(false);
  });

  test('is none of any other office', () => {
    const others = sixOffices.filter((office) => office !== petition);
    expect(others.map((office) => office.staysHome({ sealed: true, own: { purposeCode: '02' } }))).toEqual(others.map(() => false));
  });

  test('is only of offices that seal their matters, or the place of other rows would tell of it', () => {
    expect(sixOffices.filter(({ sealsMatters }) => sealsMatters)).toEqual([petition]);
  });
});
