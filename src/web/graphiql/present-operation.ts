import type { FetcherParams } from '@graphiql/toolkit';
import { type DocumentNode, Kind, parse } from 'graphql';

/** An operation as its text says it at this moment. */
export interface PresentOperation {
  readonly operation: FetcherParams;
  /** Left out where the text cannot be parsed; the server then says why. */
  readonly documentAST?: DocumentNode;
}

/**
 * Reads the operation from its own text. The editor tells its name and its parsed form a moment late, so that who switches
 * the tab and runs at once would send the new text under the name of the old tab.
 */
export function presentOperation(sent: FetcherParams): PresentOperation {
  const documentAST = parsed(sent.query);
  if (!documentAST) return { operation: sent };
  const names = documentAST.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? [definition.name?.value] : [],
  );
  const operationName = names.includes(sent.operationName ?? undefined) ? sent.operationName : names[0];
  return { operation: { ...sent, operationName: operationName ?? null }, documentAST };
}

function parsed(text: string): DocumentNode | null {
  try {
    return parse(text);
  } catch {
    return null;
  }
}
