const departments = ['PARTY_BUILDING', 'POLITICAL_LEGAL', 'CIVIL_AFFAIRS', 'URBAN_MANAGEMENT', 'PETITION', 'HOUSING'];
const lights = ['GREEN', 'YELLOW', 'RED'];
const ordersOfDepartments = 720;

/** One of 4,320 filters that want the same, every office's matters in any light: no two are the same subscription. */
export function wishOf(nth: number): Readonly<Record<string, unknown>> {
  return { department: permuted(departments, nth), light: permuted(lights, Math.floor(nth / ordersOfDepartments)) };
}

/** The nth order of some words (Lehmer's code). */
function permuted(words: readonly string[], nth: number): readonly string[] {
  if (words.length === 0) return [];
  const place = nth % words.length;
  const others = words.filter((_, other) => other !== place);
  return [words[place]!, ...permuted(others, Math.floor(nth / words.length))];
}
