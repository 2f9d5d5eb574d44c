import { PinBook, type PinnedDocument } from '../../../../src/features/access/index.js';
import type { Role } from '../../../../src/kernel/principal.js';

const pinned = (id: string, subject: string | null): PinnedDocument => ({
  id,
  subject,
  name: id,
  text: `{ ${id} }`,
  addedBy: 'operator',
  addedAt: new Date('2026-09-01T00:00:00Z'),
});

describe('the pinned documents in memory', () => {
  const kept = [pinned('everybodys', null), pinned('walls', 'wall'), pinned('systems', 'system')];
  const held = async (documents: readonly PinnedDocument[] = kept): Promise<PinBook> => {
    const book = new PinBook(() => Promise.resolve(documents));
    await book.renew();
    return book;
  };
  const idsOf = (book: PinBook, subject: string, role: Role) => book.pinsOf({ subject, role }).all.map(({ id }) => id);

  it('are nobody’s before they are read', () => {
    expect(() => new PinBook(() => Promise.resolve(kept)).pinsOf({ subject: 'wall', role: 'SCREEN' })).toThrow('not been read');
  });

  const cases: readonly (readonly [string, Role, readonly string[], boolean])[] = [
    ['wall', 'SCREEN', ['everybodys', 'walls'], true],
    ['other', 'SCREEN', ['everybodys'], false],
    ['system', 'DEPARTMENT_SYSTEM', ['systems'], true],
    ['other', 'ANALYST', [], false],
  ];
  it.each(cases)('of %s, %s, are its own, and everybody’s where its role may send no others', async (subject, role, ids, hasOwn) => {
    const book = await held();
    expect([idsOf(book, subject, role), book.pinsOf({ subject, role }).hasOwn]).toEqual([ids, hasOwn]);
  });

  it('are the same object until they change', async () => {
    const book = await held();
    const [first, other] = ['a', 'b'].map((subject) => book.pinsOf({ subject, role: 'SCREEN' }));
    expect(first).toBe(other);
    await book.renew();
    expect(book.pinsOf({ subject: 'a', role: 'SCREEN' })).not.toBe(first);
  });

  it('let a removed one go when that is heard of, whose it is minded, and no earlier reading brings it back', async () => {
    const readings: ((documents: readonly PinnedDocument[]) => void)[] = [];
    const book = new PinBook(() => new Promise((resolve) => readings.push(resolve)));
    const first = book.renew();
    readings[0]!([...kept, pinned('everybodys', 'wall')]);
    await first;
    const late = book.renew();
    book.heard({ kind: 'DOCUMENT_UNPINNED', payload: { document: 'everybodys', of: null } });
    readings[1]!(kept);
    await late;
    expect([idsOf(book, 'wall', 'SCREEN'), idsOf(book, 'other', 'SCREEN')]).toEqual([['walls', 'everybodys'], []]);
  });
});
