import { type DocumentNode, type ExecutionArgs, getOperationAST, type GraphQLError, OperationTypeNode } from 'graphql';

import type { CityModel } from '../../features/crosswalk/index.js';
import type { RequestContext } from '../../graphql/request-context.js';
import { CityError } from '../../kernel/city-error.js';
import { type AskedDocument, documentOf, type DocumentPolicy } from '../documents/document-policy.js';
import type { FreshSchema } from '../freshness/fresh-schema.js';
import type { Admission } from '../limits/admission.js';
import { asGraphqlError } from '../limits/read-document.js';

/** What subscriptions are admitted by, whichever transport they come by. */
export interface SubscriptionAdmission {
  readonly schemas: FreshSchema;
  readonly admission: Admission;
  readonly documents: DocumentPolicy;
}

/** A subscription as a transport received it. */
export interface AskedSubscription {
  /** Empty for who asks by id. */
  readonly query: string;
  /** The id of a kept document; unless it is given here it is looked for in `extensions`. */
  readonly documentId?: unknown;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | null | undefined;
}

/**
 * Answers what is to be executed, or why nothing will be: no SQL is sent before a subscription is within all limits.
 * `contextFor` makes the context of the operation; what it throws is a refusal.
 */
export async function admitSubscription(
  asked: AskedSubscription,
  contextFor: () => RequestContext<CityModel>,
  { schemas, admission, documents }: SubscriptionAdmission,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  try {
    const context = contextFor();
    await admission.arrive(context);
    const document = admission.read(await documentOf(documentAskedBy(asked), context.principal, documents));
    if (isErrors(document)) return document;
    refuseOthers(document, asked.operationName);
    await admission.charge(document, asked, context);
    const { operationName = null, variables = null } = asked;
    return { schema: schemas.of(document), document, operationName, variableValues: variables, contextValue: context };
  } catch (thrown) {
    return [asGraphqlError(thrown)];
  }
}

/** The protocols want a text in each request; who asks by id leaves it empty. */
function documentAskedBy({ query, extensions, documentId }: AskedSubscription): AskedDocument {
  const id = documentId ?? extensions?.['documentId'];
  return { query, documentId: typeof id === 'string' ? id : id === undefined ? null : '' };
}

const isErrors = (read: DocumentNode | readonly GraphQLError[]): read is readonly GraphQLError[] => Array.isArray(read);

function refuseOthers(document: DocumentNode, operationName: string | null | undefined): void {
  const operation = getOperationAST(document, operationName)?.operation;
  if (operation === OperationTypeNode.SUBSCRIPTION) return;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `Expected a subscription here, got ${operation === undefined ? 'no operation of that name' : `a ${operation}`}.`,
    messageZh: '此处只接受 subscription 操作。',
    hint: 'Send queries and mutations by HTTP POST to /graphql.',
  });
}
