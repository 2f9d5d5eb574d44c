import { seededRandom } from '../seeded-random.js';
import type { CityView } from './city-view.js';
import { civilPlan } from './civil-plan.js';
import { localDay, reportingMinutes } from './clock.js';
import { housingPlan } from './housing-plan.js';
import { livesBy } from './life.js';
import type { Matter } from './matter.js';
import type { OfficePlan } from './office-plan.js';
import { partyPlan } from './party-plan.js';
import { petitionPlan } from './petition-plan.js';
import { safetyPlan } from './safety-plan.js';
import { urbanPlan } from './urban-plan.js';

/** The matters of every office by office key, each in the order of reporting. */
export function drawMatters(view: CityView): ReadonlyMap<string, readonly Matter[]> {
  const plans = [partyPlan(view), safetyPlan(view), civilPlan(view), urbanPlan(view), petitionPlan(view), housingPlan(view)];
  return new Map(plans.map((plan) => [plan.office, mattersOf(plan)]));
}

function mattersOf(plan: OfficePlan): readonly Matter[] {
  const random = seededRandom(`matters/${plan.office}`);
  const minuteOf = reportingMinutes(plan.rhythm);
  const live = livesBy(plan.ways);
  const minutes = Array.from({ length: plan.total }, () => minuteOf(random)).sort((a, b) => a - b);
  return minutes.map((reportedAt, i) => {
    const draft = plan.draft(random, localDay(reportedAt));
    const matter = { ...draft, localId: plan.localId(i + 1), reportedAt, steps: live(draft, reportedAt, random) };
    const later = plan.later?.(matter, seededRandom(`own/${plan.office}/${matter.localId}`));
    return { ...matter, own: { ...draft.own, ...later } };
  });
}
