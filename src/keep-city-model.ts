import type { EventFilter } from './eventlog/event-filter.js';
import type { EventLog, EventSubscription, StreamPoint } from './eventlog/event-log.js';
import type { CityModels } from './features/crosswalk/index.js';
import type { Clock } from './kernel/clock.js';
import { type CalendarDate, dateIn } from './kernel/dates.js';
import type { Log } from './kernel/log.js';

/** What keeping a city model takes. */
export interface CityModelKeeping {
  readonly eventLog: EventLog;
  readonly models: CityModels;
  /** Places what lies in divisions as they stand on a day. */
  readonly placeInDivisions: (day: CalendarDate) => Promise<void>;
  /** Hears of each new model that is in place. */
  readonly renewed: () => void;
  readonly clock: Clock;
  readonly log: Log;
}

const lookEveryMs = 60_000;
/** What makes a new model worth its reading. What is told of single units and links comes before one of these, in any number. */
const kinds = [
  ...['LAYERS_RECORDED', 'REDRAW_NOTIFIED', 'REDRAW_FILED', 'DIVISIONS_RECORDED'],
  ...['CROSSWALK_PUBLISHED', 'LINK_DECLARED', 'LINK_REJECTED', 'DECISION_WITHDRAWN'],
];
const filter: EventFilter = { topics: ['grid', 'link', 'division'], kinds };

/**
 * Puts a new city model in place whenever the log tells of changed ground or links, whichever process made the change, and when the
 * city's day has ended. A renewal that fails is logged and tried again within a minute; a model that has stood until a look is kept for
 * the next start.
 */
export async function keepCityModel({
  eventLog,
  models,
  placeInDivisions,
  renewed,
  clock,
  log,
}: CityModelKeeping): Promise<{ stop(): Promise<void> }> {
  let isOwed = false;
  let placedOn: CalendarDate | null = null;
  const place = async (): Promise<void> => {
    if (!models.isLoaded || models.current().at === placedOn) return;
    const day = models.current().at;
    await placeInDivisions(day);
    placedOn = day;
  };
  const renew = async (): Promise<void> => {
    isOwed = false;
    await models
      .refresh()
      .then(place)
      .then(renewed)
      .catch((cause: unknown) => {
        isOwed = true;
        log.error({ cause }, 'the city model could not be renewed');
      });
  };
  await place();
  const follow = async (after: StreamPoint): Promise<EventSubscription> => eventLog.subscribe({ after, filter });
  let events = await follow(await pointOf(models, eventLog));
  const watching = (async () => {
    for (;;) {
      while (!(await events.next()).done) await renew();
      if (events.endedBy === 'returned' || events.endedBy === 'closed') return;
      // What may have been missed is in what is read after this.
      events = await follow(await eventLog.head());
      await renew();
    }
  })().catch((cause: unknown) => log.error({ cause }, 'changes of ground and links are heard of no more'));
  const looking = setInterval(() => {
    if (isOwed || hasDayEnded(models, clock)) void renew();
    else models.keep().catch((cause: unknown) => log.warn({ cause }, 'the city model could not be kept for the next start'));
  }, lookEveryMs);
  // A start that fails later on must not be held open by it.
  looking.unref();
  return {
    stop: async () => {
      clearInterval(looking);
      await events.return();
      await watching;
    },
  };
}

/** What happened since the model was read is owed as well: it was read before anybody followed the log. */
async function pointOf({ mark }: CityModels, eventLog: EventLog): Promise<StreamPoint> {
  const head = await eventLog.head();
  return mark?.epoch === head.epoch ? mark : head;
}

function hasDayEnded(models: CityModels, clock: Clock): boolean {
  if (!models.isLoaded) return false;
  const { city, at } = models.current();
  return dateIn(city.timeZone, clock.now()) !== at;
}
