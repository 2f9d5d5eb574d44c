import { CityError } from '../../../kernel/city-error.js';
import type { DepartmentCode } from '../../../kernel/ids.js';
import { cityOwner } from '../../../kernel/scope.js';
import { checkedPurpose } from '../purpose.js';
import type { NewGrant } from './held-grant.js';

const mostPurposes = 20;

/** The grant with blanks around its purposes taken off; throws `BAD_USER_INPUT` or `DATE_INVALID` where it breaks a rule. */
export function checkedGrant(grant: NewGrant, offices: readonly DepartmentCode[]): NewGrant {
  for (const side of ['from', 'to'] as const) checkOwner(side, grant[side], offices);
  if (grant.from === grant.to) throw badInput('to', `another owner than ${grant.from}`, `${grant.from} 以外的一方`, 'the same');
  const purposes = [...new Set(grant.purposes.map((purpose) => checkedPurpose('purposes', purpose)))];
  checkPurposes(grant, purposes);
  checkPeriod(grant);
  return { ...grant, purposes };
}

function checkOwner(side: string, owner: string, offices: readonly DepartmentCode[]): void {
  const known = [...offices, cityOwner];
  if (!known.includes(owner)) throw badInput(side, `one of ${known.join(', ')}`, `${known.join('、')} 之一`, JSON.stringify(owner));
}

function checkPurposes({ attribute }: NewGrant, purposes: readonly string[]): void {
  if (attribute !== 'CONDITIONAL') {
    if (purposes.length > 0) throw badInput('purposes', `none for ${attribute}`, `${attribute} 不设用途`, `${purposes.length}`);
    return;
  }
  if (purposes.length < 1 || purposes.length > mostPurposes)
    throw badInput(
      'purposes',
      `1 to ${mostPurposes} for CONDITIONAL`,
      `有条件共享须列明 1 至 ${mostPurposes} 项用途`,
      `${purposes.length}`,
    );
}

function checkPeriod({ validFrom, until }: NewGrant): void {
  if (until === null || until > validFrom) return;
  throw new CityError({
    code: 'DATE_INVALID',
    message: `until: expected a day after ${validFrom}, got ${until}.`,
    messageZh: `until：应晚于 ${validFrom}，收到 ${until}。`,
    hint: 'The range is half-open: until is the first day on which the grant no longer holds.',
  });
}

function badInput(field: string, expected: string, expectedZh: string, received: string): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `${field}: expected ${expected}, got ${received}.`,
    messageZh: `${field}：应为${expectedZh}，收到 ${received}。`,
  });
}
