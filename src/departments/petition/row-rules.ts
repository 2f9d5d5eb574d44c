import type { RowFault, RowRules, WholeMatterRow } from '../contract.js';

/** The dates of the statutory clock in the order in which they must come, by property and column. */
const clock = [
  ['registeredOn', 'registered_on'],
  ['referredOn', 'referred_on'],
  ['acceptBy', 'accept_by'],
  ['handleBy', 'handle_by'],
] as const;

/** Of the codes only the shape is known: two digits of the purpose, three times two of the content. */
function codeFault(own: WholeMatterRow['own']): RowFault | null {
  const [purpose, content] = [own['purposeCode'] ?? null, own['contentCode'] ?? null];
  if (typeof purpose === 'string' && !/^[0-9]{2}$/.test(purpose)) {
    return { field: 'purpose_code', expected: '2 digits', remedy: 'Write the code as the register has it, with its leading zero.' };
  }
  if (typeof content !== 'string' || /^[0-9]{6}$/.test(content)) return null;
  return { field: 'content_code', expected: '6 digits, two a level', remedy: 'Write the code as the register has it, with its zeros.' };
}

/**
 * Days are calendar days of the city. Only their order is looked at: a petition that was handled late is late and no fault.
 * Source: Regulation on Petition Work (信访工作条例) 2022, Art. 22, 23 and 34.
 */
function clockFault(own: WholeMatterRow['own']): RowFault | null {
  let last: string | null = null;
  for (const [property, field] of clock) {
    const day = own[property];
    if (typeof day !== 'string') continue;
    if (last !== null && day < last) {
      return {
        field,
        code: 'DATE_INVALID',
        expected: 'registration, referral, limit for accepting and limit for handling in this order',
        remedy: 'Correct the dates at the source.',
      };
    }
    last = day;
  }
  return null;
}

function jointFault(own: WholeMatterRow['own']): RowFault | null {
  if ((own['jointBand'] ?? null) === null || own['joint'] === true) return null;
  return {
    field: 'joint_band',
    expected: 'no band of a petition that is not joint',
    remedy: 'Say that it is joint, or leave the band empty.',
  };
}

function checkMatter({ own }: WholeMatterRow): RowFault | null {
  return codeFault(own) ?? clockFault(own) ?? jointFault(own);
}

/** What holds between the cells of this office's rows. */
export const rowRules: RowRules = { checkMatter };
