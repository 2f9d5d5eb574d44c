import { fillForm, type ReportedFacts } from '../../../src/features/catalogue/forms/fill-form.js';
import { commonFields, type FormItem, type OfficeForm } from '../../../src/features/catalogue/forms/office-form.js';
import { asksForPerson } from '../../../src/features/catalogue/forms/personal-items.js';
import { repetitionOf } from '../../../src/features/catalogue/forms/repeated-items.js';

const item = (label: string, filledFrom: FormItem['filledFrom'], required = true): FormItem => ({
  key: label,
  label,
  filledFrom,
  required,
});
const form = (department: string, ...items: readonly FormItem[]): OfficeForm => ({
  ...{ uuid: department, department, name: '登记表', document: null, validFrom: '2025-01-01', validTo: null, items },
  category: { standard: 's', kind: 'MATTER', code: '06' },
});
const nothing = Object.fromEntries(commonFields.map((field) => [field, null])) as unknown as ReportedFacts;

test('one report fills a form, and what is necessary and told by nobody is named', () => {
  const filled = fillForm(form('URBAN', item('标题', 'TITLE'), item('规模', null), item('备注', null, false), item('期限', 'DUE_AT')), {
    ...nothing,
    TITLE: '油烟',
  });
  expect(filled.items.map(({ value }) => value)).toEqual(['油烟', null, null, null]);
  expect(filled.missing.map(({ label }) => label)).toEqual(['规模', '期限']);
});

test('what several offices ask for is counted once, by what fills it or, where no report tells it, by its label', () => {
  const forms = [
    form('URBAN', item('问题描述', 'TITLE'), item('规模', null)),
    form('PARTY', item('事项', 'TITLE'), item('规模', null), item('心愿', null)),
    form('SAFETY', item('事件名称', 'TITLE')),
  ];
  expect(repetitionOf(forms)).toEqual({
    ...{ asked: 6, different: 3 },
    repeated: [
      { filledFrom: 'TITLE', labels: ['问题描述', '事项', '事件名称'], departments: ['PARTY', 'SAFETY', 'URBAN'] },
      { filledFrom: null, labels: ['规模'], departments: ['PARTY', 'URBAN'] },
    ],
  });
});

test.each(['姓名', '当事人姓名', '联系电话', '手机号', '身份证号码', '家庭住址', 'full_name', 'reporter phone', 'id_number', 'Mobile'])(
  'an item that asks for %s asks for a person',
  (words) => expect(asksForPerson(words)).toBe(true),
);

test.each(['单位名称', '网格编号', '案件编号', 'name', 'grid id', '问题描述', 'event_name'])('%s asks for nobody', (words) =>
  expect(asksForPerson(words)).toBe(false),
);
