import { execFile } from 'node:child_process';

import { projectRoot } from './project.js';

/** A text, linted as if it stood in the project file `file`, which has to exist. */
export interface LintedText {
  readonly file: string;
  readonly text: string;
}

/** One finding of the linter. */
export interface Finding {
  readonly rule: string;
  readonly line: number;
}

/** The linter's configuration is an ES module, which jest cannot load: it runs in a Node of its own, once for all texts. */
const program = `
  const { ESLint } = require('eslint');
  const linter = new ESLint();
  (async () => {
    const answers = [];
    for (const { file, text } of JSON.parse(require('node:fs').readFileSync(0, 'utf8'))) {
      const [report] = await linter.lintText(text, { filePath: file });
      answers.push(report.messages.map(({ ruleId, line, message }) => ({ rule: ruleId ?? message, line })));
    }
    process.stdout.write(JSON.stringify(answers));
  })();
`;

/** What the linter says about each of `texts`, in their order. */
export function lint(texts: readonly LintedText[]): Promise<readonly (readonly Finding[])[]> {
  return new Promise((done, fail) => {
    const child = execFile(process.execPath, ['-e', program], { cwd: projectRoot }, (error, stdout) => {
      if (error) fail(new Error('eslint gave no report.', { cause: error }));
      else done(JSON.parse(stdout) as readonly (readonly Finding[])[]);
    });
    child.stdin?.end(JSON.stringify(texts));
  });
}
