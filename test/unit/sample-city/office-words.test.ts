import { officeWords } from '../../../scripts/sample-city/matters/office-words.js';
import { procedure as petition } from '../../../src/departments/petition/procedure.js';
import { procedure as urbanManagement } from '../../../src/departments/urban-management/procedure.js';

test.each([urbanManagement, petition])(
  'the sample’s words of $key are those of its procedure, each for the state that it counts as',
  ({ key, states }) => {
    const known = new Set(Object.values(states).map(({ common }) => common as string));
    const told = Object.entries(officeWords[key]!).filter(([state]) => known.has(state));
    expect(told.map(([state, word]) => [word, state])).toEqual(told.map(([, word]) => [word, states[word]?.common]));
    expect(told.length).toBeGreaterThan(10);
  },
);
