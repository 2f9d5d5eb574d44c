import { asCityError, CityError } from '../../../kernel/city-error.js';
import { normalIdCard } from '../../../kernel/id-card.js';
import type { DepartmentCode } from '../../../kernel/ids.js';
import { accountOf } from '../../../kernel/principal.js';
import { isPlainText } from '../../../kernel/text.js';
import { actOnce, atTheFront, type SealedPart, type SealingOffice } from '../../access/index.js';
import { refuseElements } from './elements-meant.js';
import { madeTitle } from './made-title.js';
import { checkTitle, type MatterReport, type Reported, type ReportingContext, type ReportingParts, whereItLies } from './report-matter.js';

/** What of a report is sealed, and who keeps it. */
export interface SealedWords extends Omit<SealedPart, 'title'> {
  readonly keeper: DepartmentCode;
  /** Whether it accuses somebody (检举控告): then nobody but the keeper learns that it was made. */
  readonly accusation: boolean;
}

/** The answer to a report that leaves no matter which others could see. */
export interface Received {
  /** What its keeper knows it by; tells nothing to anybody else. */
  readonly receipt: string;
  readonly idempotentReplay: boolean;
}

/** What the service needs. */
export interface SealedReportingParts extends Omit<ReportingParts, 'matters' | 'elements'> {
  /** By code. */
  readonly offices: ReadonlyMap<DepartmentCode, SealingOffice>;
}

const longest = { name: 100, contact: 100, idNumber: 40, address: 300, text: 20_000 } as const;

/** One report on its way, with the id that office, reporter and key make. */
interface OnItsWay {
  readonly report: MatterReport;
  readonly words: SealedWords;
  readonly office: SealingOffice;
  readonly id: string;
  readonly lies: Awaited<ReturnType<typeof whereItLies>>;
}

/**
 * Takes reports whose words are sealed. The sealed part is written to the front database of its keeper first; where that is away nothing is
 * written anywhere. The matter then stands in the index under a made title; an accusation stands in the front database alone.
 */
export class SealedReporting {
  readonly #parts: SealedReportingParts;

  constructor(parts: SealedReportingParts) {
    this.#parts = parts;
  }

  /**
   * Reports once for each idempotency key. Throws `BAD_USER_INPUT`, `NOT_FOUND`, `IDEMPOTENCY_KEY_REUSED`, `SOURCE_UNAVAILABLE` or
   * `UNAVAILABLE`, having left nothing that will stay.
   */
  async report(report: MatterReport, words: SealedWords, context: ReportingContext): Promise<Reported | Received> {
    const ready = await this.#ready(report, words, context);
    // What is refused is put on the audit log like any other report that is refused.
    if ('refusal' in ready) return this.#act({ report, words, context }, () => Promise.reject(ready.refusal));
    return words.accusation ? this.#keepAtHome(ready, context) : this.#withMatter(ready, context);
  }

  /** Everything that may refuse the report, before anything of it is written. */
  async #ready(report: MatterReport, words: SealedWords, context: ReportingContext): Promise<OnItsWay | { readonly refusal: Error }> {
    const { inTransaction, store, authority } = this.#parts;
    try {
      checkTitle(report.title);
      refuseElements(report.about);
      checkKey(report.idempotencyKey);
      checkWords(words);
      const office = this.#keeperOf(words);
      if (!authority.mayEver(context.principal, 'REPORT')) return { refusal: new Error('Refused before the effect.') };
      const lies = await inTransaction((sql) => whereItLies(sql, report, { store, model: context.model, concerning: () => undefined }));
      const about = { owners: [], divisions: [lies.place.divisionCode] };
      if (!authority.mayDecide(context.principal, 'REPORT', about)) return { refusal: notHere() };
      return { report, words, office, lies, id: office.sealer.opaqueId(['report', accountOf(context.principal), report.idempotencyKey]) };
    } catch (thrown) {
      return { refusal: asCityError(thrown) };
    }
  }

  /** One act in the index, where the words are known by a keyed hash alone: it must not hold what guesses could be tried against. */
  async #act(
    { report, words, context }: { readonly report: MatterReport; readonly words: SealedWords; readonly context: ReportingContext },
    effect: Parameters<typeof actOnce<{ matter: string }>>[2],
  ): Promise<Reported> {
    const { principal, requestId } = context;
    const sealer = this.#parts.offices.get(words.keeper)?.sealer;
    const input = { ...report, title: null, idempotencyKey: null, sealed: sealer?.fingerprint([report.title, words]) ?? null };
    const act = { principal, requestId, name: 'reportMatter' as const, idempotencyKey: report.idempotencyKey, input };
    const { ids, idempotentReplay } = await actOnce(act, this.#parts, effect);
    return { matterUuid: ids.matter, idempotentReplay };
  }

  #keeperOf({ keeper, accusation }: SealedWords): SealingOffice {
    const office = this.#parts.offices.get(keeper);
    if (office && (office.takesAccusations || !accusation)) return office;
    throw new CityError({
      code: 'BAD_USER_INPUT',
      message: `sealed.keeper: expected an office that takes ${accusation ? 'accusations' : 'sealed reports'}.`,
      messageZh: `sealed.keeper：应为受理${accusation ? '检举控告' : '密封上报'}的部门。`,
    });
  }

  async #withMatter({ report, words, office, id, lies }: OnItsWay, context: ReportingContext): Promise<Reported> {
    const { store, clock, begun } = this.#parts;
    const record = { kind: 'REPORT', key: id } as const;
    const proposal = { record, part: partOf(report, words), input: inputOf(report, words), state: 'PENDING' } as const;
    await atTheFront(office, () => office.front.transaction((sql) => office.parts.propose(sql, proposal, clock.now())));
    const reported = await this.#act({ report, words, context }, async (sql, concerning) => {
      const { place, keeper } = lies;
      concerning({ owners: [], divisions: [place.divisionCode] });
      const sealed = { uuid: id, department: office.code, title: this.#titleOf(lies, context) };
      const matter = await store.insert(
        sql,
        { ...place, report, reportedAt: clock.now(), reportedBy: null, aboutUuids: [], sealed },
        keeper,
      );
      await begun(sql, matter);
      return { matter };
    });
    // Where this fails, the sweeper finds the matter and does the same.
    await office.parts.keep(office.front.sql, [record]).catch(() => undefined);
    return reported;
  }

  /** Nothing of it comes to the index but a line of the audit log that names it by an id which only its keeper can tell. */
  async #keepAtHome({ report, words, office, id, lies }: OnItsWay, context: ReportingContext): Promise<Received> {
    const { audit, clock } = this.#parts;
    const record = { kind: 'MATTER', key: id } as const;
    const proposal = { record, part: partOf(report, words), input: inputOf(report, words), state: 'KEPT' } as const;
    const line = { ...lineOf(office, context), what: { record: office.sealer.opaqueId(['record', id]) } };
    let isAudited = false;
    try {
      const isNew = await atTheFront(office, () =>
        office.front.transaction(async (sql) => {
          const isFirst = await office.parts.propose(sql, proposal, clock.now());
          const { divisionCode } = lies.place;
          await office.home.put(sql, {
            localId: id,
            title: this.#titleOf(lies, context),
            source: report.source,
            category: report.category,
            keeperCode: office.code,
            divisionCode,
            longitude: report.point?.longitude ?? null,
            latitude: report.point?.latitude ?? null,
            reportedAt: clock.now(),
          });
          await audit.write({ ...line, outcome: 'DONE' }).catch(rethrowAsOurs);
          isAudited = true;
          return isFirst;
        }),
      );
      return { receipt: id, idempotentReplay: !isNew };
    } catch (thrown) {
      if (isAudited) await audit.write({ ...line, outcome: 'FAILED' }).catch(() => undefined);
      throw thrown instanceof AuditAway ? thrown.cause : thrown;
    }
  }

  #titleOf({ categoryName, place }: OnItsWay['lies'], { model }: ReportingContext): string {
    const division = place.divisionCode === null ? null : (model.divisions.find(place.divisionCode)?.name ?? null);
    return madeTitle({ category: categoryName, division });
  }
}

function lineOf(office: SealingOffice, { principal, requestId }: ReportingContext) {
  return { by: principal, act: 'reportMatter', office: office.code, rule: `role:${principal.role}`, requestId };
}

function partOf({ title }: MatterReport, { name, contact, idNumber, address, text }: SealedWords): SealedPart {
  return { name, contact, idNumber: idNumber === null ? null : normalIdCard(idNumber), address, title: title.trim(), text };
}

/** What the key may not come again with in another form, beside the part itself. */
function inputOf({ category, source, point, grid, unit }: MatterReport, { accusation }: SealedWords): unknown {
  return [category, source, point, grid, unit, accusation];
}

/** An audit log that is away is not an office that is away: the front database must not be blamed for it. */
function rethrowAsOurs(cause: unknown): never {
  throw new AuditAway(cause);
}

class AuditAway extends Error {
  constructor(override readonly cause: unknown) {
    super('The audit log cannot be written.');
  }
}

function notHere(): CityError {
  return new CityError({
    code: 'FORBIDDEN',
    message: 'reportMatter: expected a place within the caller’s own divisions.',
    messageZh: 'reportMatter：地点应在调用者本辖区内。',
    hint: 'whoAmI tells the divisions of the caller.',
  });
}

function checkKey(key: string): void {
  if (key.length >= 1 && key.length <= 128) return;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `idempotencyKey: expected 1 to 128 characters, got ${key.length}.`,
    messageZh: `idempotencyKey：应为 1 到 128 个字符，收到 ${key.length} 个。`,
  });
}

/** Lengths are told, words never. */
function checkWords(words: SealedWords): void {
  const fields = Object.keys(longest) as (keyof typeof longest)[];
  for (const field of fields) {
    const value = words[field];
    const length = value === null ? 1 : [...value.trim()].length;
    if ((value === null || isPlainText(value)) && length >= 1 && length <= longest[field]) continue;
    throw new CityError({
      code: 'BAD_USER_INPUT',
      message: `sealed.${field}: expected 1 to ${longest[field]} characters, got ${length}.`,
      messageZh: `sealed.${field}：应为 1 到 ${longest[field]} 个字，收到 ${length} 个。`,
    });
  }
  if (fields.some((field) => words[field] !== null)) return;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: 'sealed: expected at least one of name, contact, idNumber, address and text.',
    messageZh: 'sealed：姓名、联系方式、证件号、住址、正文至少填写一项。',
  });
}
