import { inspect } from 'node:util';

import { petition } from '../../../src/departments/petition/index.js';
import type { Log } from '../../../src/kernel/log.js';
import { inventedOffices } from '../intake/invented-offices.js';
import { PackCopy } from '../intake/pack-copy.js';
import { startTestPlatform, type TestPlatform } from '../platform.js';
import type { TestPerson } from './people.js';

/** One row of the petition register of a test. */
export interface PetitionRow {
  readonly localId: string;
  readonly purposeCode: '01' | '02' | '03';
  readonly title?: string;
  readonly text?: string;
  readonly sealed?: boolean;
  readonly who?: TestPerson | null;
  readonly state?: string;
  readonly category?: string;
  readonly division?: string;
}

const head =
  'local_id,standard,kind,category,title,text,source,state,office_state,keeper,division,reported_at,sealed,petitioner_name,petitioner_contact,petitioner_id_number,petitioner_address,petition_form,purpose_code,route';

/** A small city of two invented offices and the petition office, whose register is as the test says. */
export interface PetitionCity extends TestPlatform {
  /** Everything that was logged since the start, as text. */
  readonly logged: () => string;
}

/** Loads and serves the city; `name` is that of its template, the same rows under the same name. */
export async function petitionCity(
  name: string,
  rows: readonly PetitionRow[],
  settings: Readonly<Record<string, string>> = {},
): Promise<PetitionCity> {
  const pack = await PackCopy.make();
  await writePetitions(pack, rows);
  const lines: string[] = [];
  const platform = await startTestPlatform({ name, pack: pack.folder, offices: [...inventedOffices, petition] }, settings, logInto(lines));
  return {
    ...platform,
    logged: () => lines.join('\n'),
    stop: async () => {
      await platform.stop();
      await pack.remove();
    },
  };
}

/** Adds the petition office and its register to a pack. */
export async function writePetitions(pack: PackCopy, rows: readonly PetitionRow[]): Promise<void> {
  const manifest = JSON.parse(await pack.read('manifest.json')) as { offices: object[] };
  manifest.offices.push({ key: 'petition', layers: [], matters: [{ path: 'petition-matters.csv', format: 'csv' }] });
  await pack.write('manifest.json', JSON.stringify(manifest));
  await pack.write('petition-matters.csv', `${head}\n${rows.map((row) => `${lineOf(row)}\n`).join('')}`);
}

function lineOf({ localId, purposeCode, title = '来信', text = '', sealed = false, who = null, ...row }: PetitionRow): string {
  const { state = 'REPORTED', category = '0101', division = '990101001001' } = row;
  const told = [localId, 'light-2020', 'MATTER', category, title, text, 'RESIDENT', state, '', '1199010000000003CT', division];
  const whose = [who?.name ?? '', who?.contact ?? '', who?.idNumber ?? '', who?.address ?? ''];
  return [...told, '2026-02-28T10:00:00', String(sealed), ...whose, 'LETTER', purposeCode, ''].join(',');
}

function logInto(lines: string[]): Log {
  const write = (fields: object, message: string): void => void lines.push(`${message} ${inspect(fields, { depth: 8 })}`);
  return { debug: write, info: write, warn: write, error: write };
}
