import type { SealedPart } from './sealed-part.js';

/** What may be shown of who petitioned: each null where nothing was given. */
export interface SealedMasks {
  readonly name: string | null;
  readonly contact: string | null;
  readonly idNumber: string | null;
  readonly address: string | null;
}

/** What everybody outside the office is shown: neither a letter, nor which of the four were given. */
export const blankMasks: SealedMasks = { name: '***', contact: '***', idNumber: '***', address: '***' };

/** The masks of a part: 张**, 138****8888, the first six and last two of an identity number, the address as far as the street. */
export function masksOf(part: SealedPart): SealedMasks {
  return {
    name: part.name && maskedName(part.name),
    contact: part.contact && maskedContact(part.contact),
    idNumber: part.idNumber && maskedIdNumber(part.idNumber),
    address: part.address && maskedAddress(part.address),
  };
}

/** As many stars whatever the length, so that not even that is told. */
function maskedName(name: string): string {
  const characters = [...name.trim()];
  return characters.length > 1 ? `${characters[0]}**` : '***';
}

function maskedContact(contact: string): string {
  const mobile = /^(?:\+?86)?(1\d{2})\d{4}(\d{4})$/.exec(contact.replaceAll(/[\s-]/g, ''));
  return mobile ? `${mobile[1]}****${mobile[2]}` : '****';
}

function maskedIdNumber(number: string): string {
  const characters = number.trim();
  return /^\d{17}[\dXx]$/.test(characters) ? `${characters.slice(0, 6)}**********${characters.slice(-2)}` : '****';
}

/** Ends after the first word for a township or a street; what names neither is not shown at all. */
function maskedAddress(address: string): string {
  const street = /^[^\d\n]*?(?:街道|\p{Script=Han}(?:[镇乡]|路|大道|街(?!道)))/u.exec(address.normalize('NFKC').trim());
  return street ? `${street[0]}****` : '****';
}
