/** A person of a test: values that stand nowhere else in the city, so that each can be looked for in whatever leaves. */
export interface TestPerson {
  readonly name: string;
  readonly contact: string;
  readonly idNumber: string;
  readonly address: string;
  readonly text: string;
}

const surnames = ['爨', '逄', '亓', '鄢', '郗', '訾', '麹', '禤', '厍', '甯'];
const givenNames = ['霁岚', '珩澹', '翊蘅', '昶昕', '璟琬', '茈莀', '沄澧', '彧骅', '婳祎', '旻晔'];

/** The `nth` person, the same in every run: 100 names, and numbers, addresses and texts without end. */
export function person(nth: number): TestPerson {
  const name = `${surnames[nth % 10]}${givenNames[Math.floor(nth / 10 + nth) % 10]}`;
  const serial = String(7_000 + nth * 13);
  return {
    name,
    contact: `1397${String(6_410_000 + nth * 7_919).padStart(7, '0')}`,
    idNumber: `36020219790415${serial.slice(0, 3)}${nth % 10}`,
    address: `码头街道望潮里${serial}弄${nth + 3}号`,
    text: `第${serial}件：本人${name}所诉之事另有隐情，请勿外传。`,
  };
}

/** Everything of these people that must be found nowhere. */
export function wordsOf(people: readonly TestPerson[]): readonly string[] {
  return people.flatMap(({ name, contact, idNumber, address, text }) => [name, contact, idNumber, address, text]);
}
