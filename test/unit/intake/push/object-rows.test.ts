import { petition } from '../../../../src/departments/petition/index.js';
import { layoutOf, type TablePart } from '../../../../src/features/intake/office/table-part.js';
import { type ObjectRow, rowsOfObjects } from '../../../../src/features/intake/push/object-rows.js';
import { isReadable, type SourceRow } from '../../../../src/features/intake/rows/source-row.js';

const units: TablePart = { rows: 'UNITS', layerKey: 'petition/area' };

async function rowsOf(objects: readonly ObjectRow[], part: TablePart = units): Promise<readonly SourceRow[]> {
  const rows: SourceRow[] = [];
  const source = rowsOfObjects(objects, { areDrawn: part.rows === 'UNITS' });
  for await (const row of source.rows({ path: 'push', format: 'csv' }, layoutOf(part, petition))) {
    if (!isReadable(row)) throw new Error('An object is always told into cells.');
    rows.push(row);
  }
  return rows;
}
const faultOf = async (object: ObjectRow, part?: TablePart) => (await rowsOf([object], part))[0]!.fault ?? null;

test('an object is read by canonical names and by Chinese headers, words and numbers among its values', async () => {
  const [row] = await rowsOf([{ local_id: '07', 网格名称: '北区', households: 12, 是否设联席会议: '是', division: null }]);
  const fields = ['local_id', 'name', 'households', 'joint_meeting', 'division', 'valid_from'];
  expect([row!.file, row!.number, row!.fault, fields.map((field) => row!.text(field))]).toEqual([
    'push',
    1,
    undefined,
    ['07', '北区', '12', 'true', '', ''],
  ]);
});

test('A60: a number where an id belongs is told from a text', async () => {
  const [text, number] = await rowsOf([{ local_id: '7' }, { local_id: 7 }]);
  expect([text!.numberIn('local_id'), number!.numberIn('local_id'), number!.isMapped('local_id')]).toEqual([null, 7, false]);
  expect(await faultOf({ local_id: '1', members: [1101, '2'] })).toMatchObject({ field: 'members', code: 'ID_PRECISION' });
});

test('a list is read as the cell that a file would hold, and an entry that would fall apart there is refused', async () => {
  expect((await rowsOf([{ members: ['1', '二'] }]))[0]!.text('members')).toBe('1;二');
  expect((await rowsOf([{ members: [] }]))[0]!.text('members')).toBe('');
  for (const members of [['1;2'], [' 1'], ['1\t'], [''], [{}], [['1']], { 0: '1' }])
    expect(await faultOf({ members })).toMatchObject({ field: 'members', code: 'BAD_USER_INPUT', value: null });
  expect(await faultOf({ name: ['a', 'b'] })).toMatchObject({ field: 'name' });
});

test('a unit may carry its boundary, under either name, and no other row may', async () => {
  const geometry = { type: 'Polygon', coordinates: [] };
  const [named, zh, none, nothing] = await rowsOf([{ boundary: geometry }, { 边界: geometry }, {}, { boundary: null }]);
  expect([named!.geometry, zh!.geometry, none!.geometry, nothing!.geometry]).toEqual([geometry, geometry, undefined, undefined]);
  expect(await faultOf({ boundary: geometry }, { rows: 'MATTERS' })).toMatchObject({ value: 'boundary' });
});

test('A66: a key that no rule knows refuses its row alone, and is told as what came', async () => {
  const hostile = JSON.parse('{"local_id":"1","__proto__":{"name":"x"}}') as ObjectRow;
  const [spoilt, good] = await rowsOf([hostile, { local_id: '2' }]);
  expect([spoilt!.fault, spoilt!.text('name'), good!.fault]).toEqual([
    expect.objectContaining({ field: null, value: '__proto__', code: 'BAD_USER_INPUT' }),
    '',
    undefined,
  ]);
  for (const name of ['constructor', 'toString', '', 'LOCAL_ID']) expect(await faultOf({ [name]: '1' })).toMatchObject({ value: name });
});

test('a field that is given under both of its names is refused', async () => {
  expect(await faultOf({ name: '北区', 网格名称: '南区' })).toMatchObject({ value: '网格名称', expected: 'each field once' });
});
