import { randomUUID } from 'node:crypto';

import type { ExecutionArgs } from 'graphql';

import type { RequestContext } from '../../graphql/request-context.js';
import type { Principal } from '../../kernel/principal.js';
import type { CallerFields } from './caller-fields.js';
import { resumeVariableOf } from './resume-variable.js';

/** Whether what a reader is shown may be audited by name, now or as grants change: only readings for a stated purpose are, so that nobody may read along with who stated one. */
export function isReadByName({ purpose }: Pick<RequestContext, 'purpose'>): boolean {
  return purpose !== null;
}

/**
 * What tells subscriptions apart whose readers may follow one stream: the document, its variables but for the cursor to go on after, the
 * language, and everything of the reader that answers depend on. A key of its own where an answer would depend on who the reader is, or is audited by name.
 */
export function sharingKeyOf(
  { document, operationName, variableValues }: ExecutionArgs,
  context: RequestContext,
  callerFields: CallerFields,
): string {
  const own = isReadByName(context) || callerFields.isIn(document) ? randomUUID() : null;
  const resume = resumeVariableOf(document, operationName);
  const variables = Object.entries(variableValues ?? {}).filter(([name]) => name !== resume);
  const text = document.loc?.source.body ?? randomUUID();
  return JSON.stringify([text, operationName ?? null, variables.sort(byName), rightsKeyOf(context), own]);
}

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number => (one < other ? -1 : 1);

/** Tells apart whose answers may differ though they ask for the same: by rights, stated purpose and language. */
export function rightsKeyOf({ principal, purpose, language }: RequestContext): string {
  return JSON.stringify([rightsOf(principal), purpose, language]);
}

/** All of a principal that what it may see and do depends on; neither its name nor how long its credential counts. */
function rightsOf({ kind, role, department, organisation, divisions, grids, credential }: Principal): unknown {
  return [kind, role, department, organisation, [...divisions].sort(), [...grids].sort(), credential.kind, credential.acts ?? null];
}
