import { packManifest, packRows } from '../../support/sample-city/sample-pack.js';

const manifest = packManifest();
const matters = manifest.offices.flatMap((office) =>
  office.matters.flatMap(({ path }) => packRows(path).map((row) => ({ office: office.key, row }))),
);

// A surname and one or two characters before a title, or a surname with 某: how persons are named in such texts.
const personName =
  /[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦马苗方俞任袁柳唐罗薛雷贺倪汤滕殷毕郝邬安常乐于傅卞齐康伍余元卜顾孟平黄](某某?|[\u4e00-\u9fa5]{1,2}(先生|女士|同志|书记|主任|师傅|大爷|大妈|阿姨))/;

describe('people in the sample city', () => {
  it('have no names: neither in matters nor in posts nor anywhere a text is written', () => {
    const texts = matters.flatMap(({ row }) => [row['title']!, row['text']!]);
    expect(texts.filter((text) => personName.test(text))).toEqual([]);
    expect(personName.test('反映人王某某要求答复')).toBe(true);
    const posts = packRows('party-building/posts.csv.gz');
    expect(Object.keys(posts[0]!)).toEqual(['layer', 'local_id', 'post', 'organisation', 'duty_line', 'vacant']);
  });

  it('have no telephone and no identity number either', () => {
    const texts = matters.flatMap(({ row }) => [row['title']!, row['text']!]);
    expect(texts.filter((text) => /1[3-9]\d{9}|\d{17}[\dX]/.test(text))).toEqual([]);
  });

  it('are told as counts, and counts under five are not told', () => {
    const counts = manifest.offices.flatMap((office) => office.counts.flatMap(({ path }) => packRows(path)));
    const suppressed = counts.filter(({ value }) => value === '');
    expect(suppressed.length).toBeGreaterThan(100);
    expect(counts.filter(({ value }) => value !== '' && Number(value) < 5)).toEqual([]);
  });

  it('each grid has a leader, a full-time, a part-time post, an instructor and a mediator, many a secretary; some are vacant', () => {
    const posts = ['party-building', 'political-legal'].flatMap((office) => packRows(`${office}/posts.csv.gz`));
    const kinds = new Map<string, Set<string>>();
    for (const row of posts) kinds.set(row['local_id']!, (kinds.get(row['local_id']!) ?? new Set()).add(row['post']!));
    expect(kinds.size).toBe(785);
    const team = ['GRID_LEADER', 'FULL_TIME', 'PART_TIME', 'INSTRUCTOR', 'MEDIATOR'];
    expect([...kinds.values()].filter((set) => !team.every((post) => set.has(post)))).toEqual([]);
    const led = [...kinds.values()].filter((set) => set.has('BRANCH_SECRETARY')).length;
    expect(led).toBeGreaterThan(785 / 2);
    expect(led).toBeLessThan(785);
    expect(new Set(posts.map(({ vacant }) => vacant))).toEqual(new Set(['true', 'false']));
  });

  it('who accuse are sealed: about 1.5 in a hundred petitions, with titles made of category and division', () => {
    const petitions = matters.filter(({ office }) => office === 'petition').map(({ row }) => row);
    const sealed = petitions.filter((row) => row['sealed'] === 'true');
    expect(sealed.length / petitions.length).toBeGreaterThan(0.01);
    expect(sealed.length / petitions.length).toBeLessThan(0.02);
    expect(sealed.every((row) => row['purpose_code'] === '02')).toBe(true);
    expect(petitions.filter((row) => row['purpose_code'] === '02').length).toBe(sealed.length);
    expect(petitions.filter((row) => !/^.+类(来信|来访|来电|网上信访)（.+）$/.test(row['title']!))).toEqual([]);
    expect(matters.filter(({ office, row }) => office !== 'petition' && row['sealed'] === 'true')).toEqual([]);
  });
});
