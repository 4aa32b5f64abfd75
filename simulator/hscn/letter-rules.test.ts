import { expect, it } from 'vitest';
import type { Caller, File, Parameter } from '../test/hscn-caller.ts';
import { letter, link, logIn, newUbrn, read, upload } from '../test/hscn-caller.ts';

const LIMIT = 5_242_880;
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function stored(caller: Caller, file: File): Promise<string> {
  return (await upload(caller, file)).headers.get('Location') ?? '';
}

function altered(parameter: Parameter, fields: Record<string, unknown>): Parameter {
  return { ...parameter, resource: { ...(parameter['resource'] as object), ...fields } };
}

type BadFile = [title: string, file: Omit<File, 'ubrn'>, code: string];

it.each<BadFile>([
  ['a type that is not listed', { name: 'a.avi', type: 'video/x-msvideo' }, 'INAPPROPRIATE_VALUE'],
  ['a name that is not of the type', { name: 'a.txt' }, 'CONFLICTING_VALUES'],
  ['a name without extension', { name: 'letter' }, 'CONFLICTING_VALUES'],
  ['a name over 255 characters', { name: `${'a'.repeat(252)}.pdf` }, 'INVALID_VALUE'],
  ['an empty name', { name: '' }, 'MISSING_VALUE'],
  ['an empty type', { type: '' }, 'MISSING_VALUE'],
  ['an empty file', { bytes: new Uint8Array(0) }, 'MISSING_VALUE'],
  ['a file one byte over 5 MB', { bytes: new Uint8Array(LIMIT + 1) }, 'FILE_SIZE_ERROR'],
])('A020 refuses %s', async (_title, file, code) => {
  const caller = await logIn();
  const ubrn = await newUbrn(caller);
  expect(await upload(caller, { ubrn, ...file })).toMatchObject({ status: 422, code });
  expect(caller.simulator.core.files.size).toBe(0);
});

it.each<Omit<File, 'ubrn'>>([
  { bytes: new Uint8Array(LIMIT) },
  { name: `${'a'.repeat(251)}.pdf` },
  { name: 'SCAN.JPEG', type: 'image/jpeg' },
  { name: 'a.docx', type: docx },
  { name: 'a.txt', type: 'text/plain; charset=utf-8' },
])('A020 takes a file at the limits and of each spelling', async (file) => {
  const caller = await logIn();
  const answer = await upload(caller, { ubrn: await newUbrn(caller), ...file });
  expect(answer.status).toBe(201);
  expect(answer.headers.get('Location')).toMatch(/^Binary\/att-49283317-\d+$/);
});

it('A020 needs a UBRN that e-RS knows', async () => {
  const caller = await logIn();
  expect((await upload(caller, { ubrn: '12' })).code).toBe('INVALID_VALUE');
  expect((await upload(caller, { ubrn: '' })).code).toBe('MISSING_VALUE');
  expect(await upload(caller, { ubrn: '000000000001' })).toMatchObject({
    status: 404,
    code: 'NO_SUCH_REQUEST',
  });
});

it('A012 refuses an empty set, a stranger, a repeated name and a bad document', async () => {
  const caller = await logIn();
  const [ubrn, other] = [await newUbrn(caller), await newUbrn(caller)];
  const mine = await stored(caller, { ubrn });
  const sameName = await stored(caller, { ubrn });
  const foreign = await stored(caller, { ubrn: other });
  const codeFor = async (letters: Parameter[]): Promise<string | undefined> =>
    (await link(caller, { ubrn, version: 3, letters })).code;
  expect(await codeFor([])).toBe('MISSING_VALUE');
  expect(await codeFor([letter('Binary/att-1-1')])).toBe('REFERENCE_NOT_FOUND');
  expect(await codeFor([letter(foreign)])).toBe('REFERENCE_NOT_FOUND');
  expect(await codeFor([letter('elsewhere')])).toBe('INVALID_VALUE');
  expect(await codeFor([letter(mine), letter(sameName)])).toBe('DUPLICATE_FILENAME');
  expect(await codeFor([letter(mine, 'x'.repeat(201))])).toBe('INVALID_VALUE');
  expect(await codeFor([altered(letter(mine), { status: 'superseded' })])).toBe('INVALID_VALUE');
  expect(await codeFor([altered(letter(mine), { indexed: undefined })])).toBe('MISSING_VALUE');
  expect(await codeFor([altered(letter(mine), { type: {} })])).toBe('INVALID_VALUE');
  expect((await read(caller, ubrn)).body.meta.versionId).toBe('3');
});

it('A012 replaces the set and says when nothing changed', async () => {
  const caller = await logIn();
  const ubrn = await newUbrn(caller);
  const first = await stored(caller, { ubrn });
  const second = await stored(caller, { ubrn, name: 'second.pdf' });
  await link(caller, { ubrn, version: 3, letters: [letter(first)] });
  const again = await link(caller, { ubrn, version: 6, letters: [letter(first)] });
  expect(again.code).toBe('NO_CHANGES_DETECTED');
  const replaced = await link(caller, { ubrn, version: 6, letters: [letter(second)] });
  expect(replaced.body.supportingInfo).toHaveLength(1);
  expect(JSON.stringify(replaced.body.contained)).toContain('second.pdf');
  expect(JSON.stringify(replaced.body.contained)).not.toContain('letter.pdf');
});

it('A012 asks for If-Match before it looks at the lock, the version and the body', async () => {
  const caller = await logIn();
  const ubrn = await newUbrn(caller);
  const attempt = (version: number | undefined) => link(caller, { ubrn, version, letters: [] });
  await caller.control('actions/lock-referral', { ubrn });
  expect((await attempt(undefined)).status).toBe(412);
  expect(await attempt(1)).toMatchObject({ status: 423, code: 'REFERRAL_LOCKED' });
  await caller.control('clock', { now: '2026-10-16T09:40:00Z' }, 'PUT');
  expect(await attempt(1)).toMatchObject({ status: 409, code: 'VERSION_CONFLICT' });
  expect(await attempt(3)).toMatchObject({ status: 422, code: 'MISSING_VALUE' });
  const unknown = await link(caller, { ubrn: '000000000009', version: 3, letters: [] });
  expect(unknown).toMatchObject({ status: 404, code: 'NO_SUCH_REQUEST' });
});

it('A012 refuses a cancelled referral', async () => {
  const caller = await logIn();
  const ubrn = await newUbrn(caller);
  const url = await stored(caller, { ubrn });
  await caller.control('actions/change-referral', { ubrn, change: 'cancel-referral' });
  const answer = await link(caller, { ubrn, version: 4, letters: [letter(url)] });
  expect(answer.code).toBe('INVALID_REQUEST_STATE');
});
