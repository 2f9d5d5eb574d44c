import type { CalendarDate } from '../../kernel/dates.js';
import type { DivisionCode } from '../../kernel/ids.js';
import type { Duty } from '../elements/index.js';
import { receivedBy } from './first-receiver.js';
import type { ListInForce } from './list.js';

/** Why nobody can be proposed to lead: no duty names anybody, or several are named alike. */
export const unclearReasons = ['NOBODY_NAMED', 'SEVERAL_ALIKE'] as const;

/** One of {@link unclearReasons}. */
export type UnclearReason = (typeof unclearReasons)[number];

/** An organisation that the duties in force name; the first receiver leads, the others support. */
export interface ProposedOrganisation {
  readonly organisationUuid: string;
  readonly role: 'LEAD' | 'SUPPORT';
  /** The duty it is named by. */
  readonly duty: Duty;
}

/** An organisation that must answer a whistle, by the duty list. */
export interface AnsweringOrganisation {
  readonly organisationUuid: string;
  /** The division whose part of the list names it; null for the whole city. */
  readonly divisionCode: DivisionCode | null;
  readonly task: string;
  readonly document: string | null;
}

/** What the whistle list and the duty list say. */
export interface WhistleProposal {
  /** Whether the category is on the whistle list in force; false also where none is. */
  readonly isListed: boolean;
  /** Who must answer, the lowest division first; nobody where the category is not listed. */
  readonly organisations: readonly AnsweringOrganisation[];
}

/** Who is proposed to handle a category in a place on a day. */
export interface DispatchProposal {
  readonly at: CalendarDate;
  /** In order of the first-receiver rule, each organisation once. Nobody is LEAD while it is unclear. */
  readonly organisations: readonly ProposedOrganisation[];
  /** Uuid of the organisation that leads; null while it is unclear. */
  readonly firstReceiver: string | null;
  readonly isUnclear: boolean;
  readonly unclearBecause: UnclearReason | null;
  /** The county that decides while it is unclear; null while it is clear, or where the place lies in no county. */
  readonly escalateTo: DivisionCode | null;
  readonly whistle: WhistleProposal;
  /** The editions that were looked at; null where none is in force. */
  readonly editions: { readonly whistle: number | null; readonly duty: number | null };
}

/** What a proposal is made of. */
export interface ProposalGround {
  readonly at: CalendarDate;
  readonly divisionCodes: readonly DivisionCode[];
  readonly duties: readonly Duty[];
  readonly county: DivisionCode | null;
  readonly whistle: ListInForce | undefined;
  readonly dutyList: ListInForce | undefined;
}

/** Proposes by the duties and lists in force; what they leave open goes to the county and is not guessed. */
export function proposalBy({ at, divisionCodes, duties, county, whistle, dutyList }: ProposalGround): DispatchProposal {
  const { duties: ordered, firstReceiver } = receivedBy(duties, divisionCodes);
  const isListed = (whistle?.items.length ?? 0) > 0;
  const isUnclear = firstReceiver === null;
  return {
    at,
    organisations: eachOnce(ordered).map((duty) => proposed(duty, firstReceiver)),
    firstReceiver,
    isUnclear,
    unclearBecause: !isUnclear ? null : ordered.length === 0 ? 'NOBODY_NAMED' : 'SEVERAL_ALIKE',
    escalateTo: isUnclear ? county : null,
    whistle: { isListed, organisations: isListed ? answering(dutyList, divisionCodes) : [] },
    editions: { whistle: whistle?.number ?? null, duty: dutyList?.number ?? null },
  };
}

function proposed(duty: Duty, firstReceiver: string | null): ProposedOrganisation {
  const { organisationUuid } = duty;
  return { organisationUuid, role: organisationUuid === firstReceiver ? 'LEAD' : 'SUPPORT', duty };
}

/** The first of each organisation. */
function eachOnce<Named extends { readonly organisationUuid: string }>(named: readonly Named[]): readonly Named[] {
  return [...new Map(named.toReversed().map((one) => [one.organisationUuid, one])).values()].toReversed();
}

function answering(dutyList: ListInForce | undefined, divisionCodes: readonly DivisionCode[]): readonly AnsweringOrganisation[] {
  const place = (code: DivisionCode | null): number => (code === null ? divisionCodes.length : divisionCodes.indexOf(code));
  const here = (dutyList?.items ?? []).filter(({ divisionCode }) => place(divisionCode) >= 0);
  const named = here
    .toSorted((a, b) => place(a.divisionCode) - place(b.divisionCode) || a.nearness - b.nearness)
    .flatMap(({ organisationUuid, divisionCode, task, document }) =>
      organisationUuid === null ? [] : [{ organisationUuid, divisionCode, task, document }],
    );
  return eachOnce(named);
}
