// In which order jest hands test files to its workers. A clone that has never run them knows nothing of how long they take.
const { readFileSync } = require('node:fs');
const path = require('node:path');
const Sequencer = require('@jest/test-sequencer').default;

// As jest loads it.
exports.__esModule = true;

/** Files of ten seconds and more, longest first: begun last, one would keep one worker busy and leave the others idle. */
exports.longFiles = [
  'real-city/new-york.test.ts',
  'browser/graphiql.test.ts',
  'database/intake/city-import.test.ts',
  'gateway/late-corrections.test.ts',
  'unit/sample-city/intake.test.ts',
  'contract/event-log.test.ts',
  'database/embedded-server-life.test.ts',
  'unit/intake/bad-packs.test.ts',
  'unit/sample-city/repeatable.test.ts',
  'abuse/hostile-texts.test.ts',
  'abuse/hostile-values.test.ts',
  'database/lineage/redraw.test.ts',
  'database/intake/withdrawn-matters.test.ts',
  'architecture/lint.test.ts',
];

/** Cities that the first file to ask for them loads while whoever else asks waits, and how a file shows that it asks for one. */
const sharedCities = [/sampleCity|startQuietPlatform|startTestPlatform\(\)/, /describeNewYork/];

const inTests = ({ path: file, context }) => path.relative(path.join(context.config.rootDir, 'test'), file).replaceAll(path.sep, '/');

function cityOf({ path: file }) {
  const text = readFileSync(file, 'utf8');
  return sharedCities.findIndex((mark) => mark.test(text));
}

/** Longest first; of those that share a city one begins, and the others follow when the long files have given it time to load. */
exports.TestOrder = class extends Sequencer {
  sort(tests) {
    const sorted = super.sort([...tests]).toSorted((a, b) => this.#rank(a) - this.#rank(b));
    const cities = new Map(sorted.map((test) => [test, cityOf(test)]));
    const first = sharedCities.map((_, city) => sorted.find((test) => cities.get(test) === city)).filter(Boolean);
    const stageOf = (test) => {
      if (first.includes(test)) return 0;
      if (cities.get(test) >= 0) return 2;
      return this.#rank(test) < exports.longFiles.length ? 1 : 3;
    };
    return sorted.toSorted((a, b) => stageOf(a) - stageOf(b));
  }

  // Projects have one id, and each keeps what it knows of its files.
  _getCachePath(context) {
    return `${super._getCachePath(context)}-${context.config.displayName.name}`;
  }

  /** Its place among the long files; those that are not there come behind, in the order in which jest would take them. */
  #rank(test) {
    const place = exports.longFiles.indexOf(inTests(test));
    return place === -1 ? exports.longFiles.length : place;
  }
};

exports.default = exports.TestOrder;
