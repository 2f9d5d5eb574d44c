import { drawCode, hashOfCode, isCodeOf } from '../../../src/features/loop/confirmation/confirmation-code.js';

test('a code is said in any case and with blanks, and no other one is it', async () => {
  const code = drawCode();
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
  const kept = await hashOfCode(code);
  await expect(isCodeOf(`${code.slice(0, 4)} ${code.slice(4).toLowerCase()}`, kept)).resolves.toBe(true);
  await expect(isCodeOf(drawCode(), kept)).resolves.toBe(false);
  await expect(isCodeOf('', kept)).resolves.toBe(false);
});

test('what is kept tells nothing of the code, and two of the same code are not alike', async () => {
  const [one, other] = [await hashOfCode('ABCDEFGH'), await hashOfCode('ABCDEFGH')];
  expect(one).not.toBe(other);
  expect(one).not.toContain('ABCDEFGH');
});
