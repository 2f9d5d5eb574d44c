import { exportedDeclarations, exportedDeclarationsIn } from './house/exported-declarations.js';
import { filesOf } from './house/project.js';

const sources = filesOf('src').filter((file) => /\.tsx?$/.test(file));

describe('docstrings', () => {
  it('stand on every exported declaration of src', () => {
    const declarations = exportedDeclarations(sources);
    const bare = declarations.filter(({ docstring }) => docstring === '').map(({ file, line, name }) => `${file}:${line} ${name}`);
    expect({ documented: declarations.length - bare.length, of: declarations.length, bare }).toEqual({
      documented: declarations.length,
      of: declarations.length,
      bare: [],
    });
    expect(declarations.length).toBeGreaterThan(0);
  });

  it('are found on every kind of declaration, and missed where they are missing', () => {
    const text = `
      /** Told. */ export const a = 1;
      export const b = 2, c = 3;
      /** Told. */ @decorated() export class D {}
      export interface E {}
      /** */ export type F = 1;
      // Not a docstring.
      export enum G { H }
      /** Told once. */ export function i(x: string): void;
      export function i(x: number): void;
      const j = 1;
      /** Told. */ const k = 1;
      const hidden = 1;
      export { j, k };
      export { l } from './elsewhere.js';
    `;
    const told = exportedDeclarationsIn('some.ts', text).map(({ name, docstring }) => `${name} ${docstring !== ''}`);
    expect(told).toEqual(['a true', 'b false', 'c false', 'D true', 'E false', 'F false', 'G false', 'i true', 'j false', 'k true']);
  });
});
