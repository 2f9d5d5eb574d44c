import type { Parameters } from '../../../database/parameters.js';
import { allOf, ownerCondition, placeCondition } from '../../../database/scope-condition.js';
import type { DataClass, Scope } from '../../../kernel/scope.js';

/** What a scope shows of a table `given` that an office fills for units: it lies where its unit lies now. */
export function givenIn(scope: Scope, dataClass: DataClass, parameters: Parameters): string {
  return allOf([ownerCondition({ scope, dataClass }, 'given.department', parameters), liesIn(scope, parameters)]);
}

function liesIn(scope: Scope, parameters: Parameters): string {
  const columns = { county: 'path.county_code', township: 'path.township_code', community: 'path.community_code', grid: 'given.unit_id' };
  const within = placeCondition(scope, columns, parameters);
  if (within === 'true' || within === 'false') return within;
  return `exists (
    select from (select division_code from unit_version where unit_version.unit_id = given.unit_id and recorded_to is null
                  order by valid_from <= current_date desc, valid_from desc limit 1) place
      left join division_path path on path.code = place.division_code
     where ${within})`;
}
