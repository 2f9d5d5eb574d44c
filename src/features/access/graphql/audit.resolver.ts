import { Args, Ctx, Query, Resolver } from 'type-graphql';

import { connectionOf, type ConnectionValue } from '../../../graphql/connection.js';
import { pageSize } from '../../../graphql/page.js';
import type { PageCursors } from '../../../graphql/page-cursors.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { CityError } from '../../../kernel/city-error.js';
import { parseGlobalId } from '../../../kernel/ids.js';
import type { AuditQuery, AuditReading } from '../audit/audit-reading.js';
import { AuditTrailArgs, WhoSawArgs } from './audit.args.js';
import { AuditEntryConnection, type AuditEntryType, shownEntry } from './audit-entry.type.js';

/** Further lines are not counted. */
const mostCounted = 10_000;
const anyLine: AuditQuery = { from: null, until: null, subject: null, act: null, kind: null, office: null, record: null };

/** Opens the audit log to auditors. */
@Resolver()
export class AuditResolver {
  readonly #reading: AuditReading;
  readonly #cursors: PageCursors;

  constructor(reading: AuditReading, cursors: PageCursors) {
    this.#reading = reading;
    this.#cursors = cursors;
  }

  @Query(() => AuditEntryConnection, {
    description:
      '谁读过、改过这条记录，最近的在前；仅限审计员，查阅本身亦留痕。Who read or changed a record, newest first; for auditors, and itself audited.',
  })
  whoSaw(@Args(() => WhoSawArgs) asked: WhoSawArgs, @Ctx() context: RequestContext): Promise<ConnectionValue<AuditEntryType>> {
    return this.#answer('whoSaw', { query: { ...anyLine, record: uuidOf(asked.id) }, asked }, context);
  }

  @Query(() => AuditEntryConnection, {
    description: '审计日志，最近的在前；仅限审计员，查阅本身亦留痕。The audit log, newest first; for auditors, and itself audited.',
  })
  auditTrail(@Args(() => AuditTrailArgs) asked: AuditTrailArgs, @Ctx() context: RequestContext): Promise<ConnectionValue<AuditEntryType>> {
    const { from = null, until = null, subject = null, act = null, kind = null, office = null } = asked.where ?? {};
    return this.#answer('auditTrail', { query: { from, until, subject, act, kind, office, record: null }, asked }, context);
  }

  async #answer(
    act: 'whoSaw' | 'auditTrail',
    { query, asked }: { readonly query: AuditQuery; readonly asked: WhoSawArgs | AuditTrailArgs },
    context: RequestContext,
  ): Promise<ConnectionValue<AuditEntryType>> {
    const { principal } = context;
    const question = [act, query];
    const first = pageSize(asked.first, principal);
    const after = asked.after == null ? null : String(this.#cursors.decode(question, asked.after)[0]);
    const found = await this.#reading.page(query, { first, after }, { ...context, act });
    return connectionOf({
      edges: found.slice(0, first).map((entry) => ({ node: shownEntry(entry), cursor: () => this.#cursors.encode(question, [entry.id]) })),
      hasNextPage: found.length > first,
      total: async () => {
        const count = await this.#reading.count(query);
        return { count: Math.min(count, mostCounted), isLowerBound: count > mostCounted };
      },
    });
  }
}

function uuidOf(id: string): string {
  const parsed = parseGlobalId(id);
  if (parsed) return parsed.uuid;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: 'id: expected the global id of a record.',
    messageZh: 'id：应为记录的全局编号。',
    hint: 'Every record shows its id; the log keeps lines of records that are gone as well.',
  });
}
