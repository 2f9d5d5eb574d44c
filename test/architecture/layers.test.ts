import { cruise, type Survey } from './house/cruise.js';
import { layerRules, watches } from './house/dependency-rules.js';
import { buildMockHouse } from './house/mock-house.js';
import { type Import, offences, permitted } from './house/offences.js';
import { projectRoot } from './house/project.js';

/** Rules whose room is not built yet; a name leaves this list on the day its room gets a first file. */
const roomsNotBuiltYet: readonly string[] = [];

const shown = ({ rule, from, to }: { rule: string; from: string; to: string }): string => `${rule}: ${from} → ${to}`;

describe('the layers of the house', () => {
  let house: Survey;
  let mock: Survey;

  beforeAll(async () => {
    const { root, demolish } = buildMockHouse([...permitted, ...Object.values(offences).flat()]);
    try {
      [house, mock] = await Promise.all([cruise(projectRoot), cruise(root)]);
    } finally {
      demolish();
    }
  }, 180_000);

  it('hold: no import of src breaks a rule', () => {
    expect(house.violations.map(shown)).toEqual([]);
  });

  it.each(layerRules.map((rule) => rule.name))('%s watches over at least one file, or is listed as waiting for its room', (name) => {
    const rule = layerRules.find((candidate) => candidate.name === name);
    const watched = house.files.filter((file) => rule && watches(rule, file));
    expect({ name, isWatching: watched.length > 0 }).toEqual({ name, isWatching: !roomsNotBuiltYet.includes(name) });
  });

  it('names no waiting room that no rule speaks of', () => {
    expect(roomsNotBuiltYet.filter((name) => !layerRules.some((rule) => rule.name === name))).toEqual([]);
  });

  it.each(layerRules.map((rule) => rule.name))('%s fires on each import made to break it', (name) => {
    const made: readonly Import[] = offences[name] ?? [];
    const fired = new Set(mock.violations.map(shown));
    const silent = made.map(([from, to]) => shown({ rule: name, from, to: landing(to) })).filter((line) => !fired.has(line));
    expect({ isTried: made.length > 0, silent }).toEqual({ isTried: true, silent: [] });
  });

  it('leaves the doors open: what is permitted fires nothing', () => {
    const edges = new Set(permitted.map(([from, to]) => `${from} → ${landing(to)}`));
    expect(mock.violations.filter(({ from, to }) => edges.has(`${from} → ${to}`)).map(shown)).toEqual([]);
  });
});

/** Where the tool says that an import lands: in a package's folder, on a core module's bare name, or on the file. */
function landing(to: string): string {
  if (to.startsWith('node:')) return to.slice('node:'.length);
  return to.endsWith('.ts') ? to : `node_modules/${to}/index.js`;
}
