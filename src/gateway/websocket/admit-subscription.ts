import { type DocumentNode, type ExecutionArgs, getOperationAST, type GraphQLError, OperationTypeNode } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';

import type { CityModel } from '../../features/crosswalk/index.js';
import type { RequestContext } from '../../graphql/request-context.js';
import { CityError } from '../../kernel/city-error.js';
import { type AskedDocument, documentOf, type DocumentPolicy } from '../documents/document-policy.js';
import type { FreshSchema } from '../freshness/fresh-schema.js';
import type { Admission } from '../limits/admission.js';
import { socketLimits } from '../limits/limit-table.js';
import { asGraphqlError } from '../limits/read-document.js';
import type { SocketClient } from './client.js';

/** What subscriptions are admitted by. */
export interface SubscriptionAdmission {
  readonly schemas: FreshSchema;
  readonly admission: Admission;
  readonly documents: DocumentPolicy;
  /** Makes the context of the operation; throws `UNAVAILABLE`. */
  readonly contextOf: (client: SocketClient) => RequestContext<CityModel>;
}

/** Answers what is to be executed, or why nothing will be: no SQL is sent before a subscription is within all limits. */
export async function admitSubscription(
  client: SocketClient,
  payload: SubscribePayload,
  { schemas, admission, documents, contextOf }: SubscriptionAdmission,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  try {
    refuseMore(client);
    const context = contextOf(client);
    await admission.arrive(context);
    const document = admission.read(await documentOf(askedBy(payload), context.principal, documents));
    if (isErrors(document)) return document;
    refuseOthers(document, payload.operationName);
    await admission.charge(document, payload, context);
    const { operationName = null, variables = null } = payload;
    return { schema: schemas.of(document), document, operationName, variableValues: variables, contextValue: context };
  } catch (thrown) {
    return [asGraphqlError(thrown)];
  }
}

/** The protocol wants a text in each subscribe message; who asks by id leaves it empty. */
function askedBy({ query, extensions, ...payload }: SubscribePayload & { readonly documentId?: unknown }): AskedDocument {
  const id = payload.documentId ?? extensions?.['documentId'];
  return { query, documentId: typeof id === 'string' ? id : id === undefined ? null : '' };
}

const isErrors = (read: DocumentNode | readonly GraphQLError[]): read is readonly GraphQLError[] => Array.isArray(read);

// The one that is asked for is counted already.
function refuseMore({ subscriptions }: SocketClient): void {
  const limit = socketLimits.subscriptions;
  if (Object.keys(subscriptions).length <= limit) return;
  throw new CityError({
    code: 'LIMIT',
    message: `Expected at most ${limit} subscriptions on one socket.`,
    messageZh: `每个连接至多 ${limit} 个订阅。`,
    hint: 'Complete one, widen the filter of one, or open another socket. 先结束一个、放宽其条件，或另开连接。',
    details: { limit },
  });
}

function refuseOthers(document: DocumentNode, operationName: string | null | undefined): void {
  const operation = getOperationAST(document, operationName)?.operation;
  if (operation === OperationTypeNode.SUBSCRIPTION) return;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `Expected a subscription on this socket, got ${operation === undefined ? 'no operation of that name' : `a ${operation}`}.`,
    messageZh: '此连接只接受 subscription 操作。',
    hint: 'Send queries and mutations by HTTP POST to /graphql.',
  });
}
