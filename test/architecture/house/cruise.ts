import { execFile } from 'node:child_process';
import { join } from 'node:path';

import { projectRoot } from './project.js';

/** One import that a rule forbids. */
export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

/** What dependency-cruiser found in a tree. */
export interface Survey {
  readonly files: readonly string[];
  readonly violations: readonly Violation[];
}

interface CruiseReport {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly to: string; readonly rule: { readonly name: string } }[];
  };
}

/** Runs dependency-cruiser with the rules of the house over `src` below `folder`. It publishes ES modules only: asked as a program. */
export async function cruise(folder: string): Promise<Survey> {
  const report = JSON.parse(await runCruiser(folder)) as CruiseReport;
  return {
    files: report.modules.map((module) => module.source).filter((source) => source.startsWith('src/')),
    violations: report.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}

function runCruiser(cwd: string): Promise<string> {
  const program = join(projectRoot, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [program, '--config', join(projectRoot, 'dependency-rules.cjs'), '--output-type', 'json', 'src'];
  return new Promise((done, fail) => {
    execFile(process.execPath, args, { cwd, maxBuffer: 256 * 1024 * 1024 }, (error, stdout, stderr) => {
      // The exit code counts violations; only an answer that is no report is a failure.
      if (stdout.startsWith('{')) done(stdout);
      else fail(new Error(`dependency-cruiser gave no report: ${stderr || (error?.message ?? 'it printed nothing')}`));
    });
  });
}
