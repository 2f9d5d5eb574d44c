import { variables } from './variables.js';

/** Values given as `--port 4001` or `--port=4001`, by variable name; and what could not be read, as sentences. */
export interface CommandLine {
  readonly values: Readonly<Record<string, string>>;
  readonly faults: readonly string[];
}

const flagOf = (name: string): string => `--${name.toLowerCase().replaceAll('_', '-')}`;
const nameByFlag = new Map(Object.values(variables).map(({ name }) => [flagOf(name), name]));

/** Reads the flags of a command line; each variable of the table has one. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const values: Record<string, string> = {};
  const faults: string[] = [];
  const rest = [...argv];
  while (rest.length > 0) {
    const [flag, ...written] = rest.shift()!.split('=');
    const name = nameByFlag.get(flag!);
    const value = written.length > 0 ? written.join('=') : name && rest.shift();
    if (name === undefined) faults.push(`${flag!}: expected one of ${[...nameByFlag.keys()].join(' ')}.`);
    else if (value === undefined) faults.push(`${flag!}: expected a value, got the end of the line.`);
    else values[name] = value;
  }
  return { values, faults };
}
