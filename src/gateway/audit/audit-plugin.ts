import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';

import type { CityModel } from '../../features/crosswalk/index.js';
import type { RequestContext } from '../../graphql/request-context.js';
import type { Log } from '../../kernel/log.js';
import { formatError } from '../format-error.js';
import { noteRefusals } from './noted-refusals.js';
import { documentName, type ReadsAudit, writeReads } from './write-reads.js';

type Asked = GraphQLRequestContext<RequestContext<CityModel>>;

/** Puts on the audit log, before an HTTP answer leaves, what it read under conditional grants, and counts what was refused. */
export function auditPlugin(audit: ReadsAudit, log: Log): ApolloServerPlugin<RequestContext<CityModel>> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didEncounterErrors: (asked) => {
          const { principal, purpose, requestId } = asked.contextValue;
          noteRefusals(asked.errors, { principal, purpose, requestId, document: nameOf(asked) }, audit);
          return Promise.resolve();
        },
        willSendResponse: async (asked) => {
          const { body } = asked.response;
          if (body.kind !== 'single') return;
          try {
            const written = await writeReads(asked.contextValue, nameOf(asked), audit);
            if (written === 'DELAYED') body.singleResult.extensions = { ...body.singleResult.extensions, audit: written };
          } catch (thrown) {
            const { language, requestId } = asked.contextValue;
            body.singleResult = { errors: [formatError(thrown, { language, requestId, log })] };
          }
        },
      }),
  };
}

function nameOf({ operationName, request }: Asked): string | null {
  return documentName(operationName ?? request.operationName);
}
