import { CityError } from '../../kernel/city-error.js';
import type { CalendarDate } from '../../kernel/dates.js';
import type { DeliberationSession } from './deliberation.js';

/** Most people in one session; what is more is a slip of the pen. */
const mostParticipants = 100_000;

/** Passes a session that can have been held between the day of the proposal and today; throws `BAD_USER_INPUT` naming the field. */
export function checkSession(
  session: DeliberationSession,
  days: { readonly proposedOn: CalendarDate; readonly today: CalendarDate },
): void {
  const { heldOn, participants, inFavour, against, abstained } = session;
  if (heldOn > days.today || heldOn < days.proposedOn) throw wrongDay(heldOn, days);
  for (const [field, count] of Object.entries({ participants, inFavour, against, abstained })) {
    const least = field === 'participants' ? 1 : 0;
    if (count < least || count > mostParticipants) throw wrongCount(field, least, count);
  }
  const voted = inFavour + against + abstained;
  if (voted > participants) throw tooManyVotes(voted, participants);
}

function wrongDay(
  heldOn: CalendarDate,
  { proposedOn, today }: { readonly proposedOn: CalendarDate; readonly today: CalendarDate },
): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `heldOn: expected a day from ${proposedOn}, the day of the proposal, to ${today}, got ${heldOn}.`,
    messageZh: `heldOn：应在提事之日 ${proposedOn} 至今日 ${today} 之间，收到 ${heldOn}。`,
    hint: 'A session is entered after it was held.',
  });
}

function wrongCount(field: string, least: number, received: number): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `${field}: expected ${least} to ${mostParticipants}, got ${received}.`,
    messageZh: `${field}：应为 ${least} 到 ${mostParticipants}，收到 ${received}。`,
  });
}

function tooManyVotes(voted: number, participants: number): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `participants: expected at least ${voted}, the sum of inFavour, against and abstained, got ${participants}.`,
    messageZh: `participants：应不少于赞成、反对、弃权之和 ${voted}，收到 ${participants}。`,
  });
}
