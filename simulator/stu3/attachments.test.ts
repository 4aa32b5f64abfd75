import { describe, expect, it } from 'vitest';
import {
  addLetter,
  bookedForReview,
  dialects,
  openDesks,
  uploaded,
  versionOf,
} from '../test/desks.ts';
import type { Caller } from '../test/hscn-caller.ts';
import { letter, link, logIn, newUbrn, upload } from '../test/hscn-caller.ts';
import { signIn } from '../test/platform-caller.ts';

function fileOf(caller: Caller, ubrn: string) {
  const file = caller.simulator.core.referrals.get(ubrn)?.letters[0]?.file;
  if (!file) throw new Error('There is no letter.');
  return file;
}

describe.each(dialects)('attachments, %s', (dialect) => {
  it('A006 gives the bytes under the name, to either side', async () => {
    const desks = await openDesks(dialect);
    const ubrn = await bookedForReview(desks);
    const file = fileOf(desks.referrer, ubrn);
    const id = dialect === 'hscn' ? `att-${Number(ubrn)}-${file.id}` : file.uuid;
    for (const caller of [desks.referrer, desks.provider]) {
      const { status, headers } = await caller.call(`/Binary/${id}`);
      expect(status).toBe(200);
      expect(headers.get('Content-Type')).toBe('application/pdf');
      expect(headers.get('Content-Length')).toBe('40');
      expect(headers.get('Content-Disposition')).toContain('filename="letter.pdf"');
    }
  });

  it('A006 refuses a file nobody knows, and whoever has no part in the request', async () => {
    const desks = await openDesks(dialect);
    const { simulator, referrer, provider } = desks;
    const ubrn = await newUbrn(referrer);
    const url = await uploaded(referrer, ubrn, 'draft.pdf');
    expect((await referrer.call(`/${url}`)).status).toBe(200);
    expect((await provider.call(`/${url}`)).code).toBe('NO_RELATIONSHIP');
    await addLetter(referrer, ubrn);
    const linked = `/Binary/att-${Number(ubrn)}-${fileOf(referrer, ubrn).id}`;
    expect((await provider.call(linked)).code).toBe('NO_RELATIONSHIP');
    expect((await referrer.call('/Binary/att-1-1')).status).toBe(404);
    const wrongUbrn = linked.replace(/att-\d+/, 'att-1');
    expect((await referrer.call(wrongUbrn)).status).toBe(404);
    expect(simulator.core.files.size).toBe(2);
  });

  it('a file is linked once, and A012 keeps what is linked already', async () => {
    const { referrer } = await openDesks(dialect);
    const ubrn = await newUbrn(referrer);
    const url = await uploaded(referrer, ubrn, 'one.pdf');
    const other = await uploaded(referrer, ubrn, 'two.pdf');
    const put = (...urls: string[]) =>
      link(referrer, {
        ubrn,
        version: versionOf(referrer, ubrn),
        letters: urls.map((one) => letter(one)),
      });
    expect((await put(url, url)).code).toBe('DUPLICATE_FILENAME');
    expect((await put(url)).status).toBe(200);
    expect((await put(url, other)).status).toBe(200);
    expect((await put(other, url)).code).toBe('NO_CHANGES_DETECTED');
  });
});

it('one file has an id in each dialect, and the platform knows both', async () => {
  const desks = await openDesks('hscn');
  const ubrn = await bookedForReview(desks);
  const { simulator, referrer } = desks;
  const platform = signIn({ simulator });
  const file = fileOf(referrer, ubrn);
  const old = await platform.call(`/Binary/att-${Number(ubrn)}-${file.id}`);
  const current = await platform.call(`/Binary/${file.uuid}`);
  expect([old.status, current.status]).toEqual([200, 200]);
  expect(old.text).toBe(current.text);
});

it('the platform links only what was uploaded for the request', async () => {
  const { referrer } = await openDesks('api-platform');
  const ubrn = await newUbrn(referrer);
  const stray = (await upload(referrer, { ubrn: '' })).headers.get('Location') ?? '';
  const answer = await link(referrer, { ubrn, version: 3, letters: [letter(stray)] });
  expect(answer.code).toBe('INAPPROPRIATE_VALUE');
});

describe('the malware scan', () => {
  it('keeps a file back on the platform until it ends, and says how it ended', async () => {
    const { referrer, simulator } = await openDesks('api-platform');
    simulator.core.scanning = { minutes: 5, result: 'AVAILABLE' };
    const ubrn = await newUbrn(referrer);
    await addLetter(referrer, ubrn);
    const path = `/Binary/${fileOf(referrer, ubrn).uuid}`;
    expect((await referrer.call(path)).code).toBe('PENDING');
    await referrer.control('clock', { now: '2026-10-16T09:36:00Z' }, 'PUT');
    expect((await referrer.call(path)).status).toBe(200);
    for (const result of ['THREATS_FOUND', 'VALIDATION_FAILED'] as const) {
      fileOf(referrer, ubrn).scan.result = result;
      expect((await referrer.call(path)).code).toBe(result);
      expect((await referrer.call(`/ReferralRequest/${ubrn}`)).text).toContain(result);
    }
  });

  it('is not known over HSCN', async () => {
    const { referrer, simulator } = await openDesks('hscn');
    simulator.core.scanning = { minutes: 5, result: 'THREATS_FOUND' };
    const ubrn = await newUbrn(referrer);
    await addLetter(referrer, ubrn);
    const id = `att-${Number(ubrn)}-${fileOf(referrer, ubrn).id}`;
    expect((await referrer.call(`/Binary/${id}`)).status).toBe(200);
  });
});

it('a record that became sensitive is closed to both sides', async () => {
  const desks = await openDesks('hscn');
  const ubrn = await bookedForReview(desks);
  desks.simulator.core.sensitivePatients.add('9990123454');
  const path = `/ReferralRequest/${ubrn}`;
  expect((await desks.provider.call(path)).code).toBe('PATIENT_ERROR');
  expect((await (await logIn({ simulator: desks.simulator })).call(path)).code).toBe(
    'PATIENT_ERROR',
  );
});
