import { expect, it } from 'vitest';
import type { Answer } from '../test/hscn-caller.ts';
import {
  attachLetter,
  book,
  create,
  createBody,
  defer,
  firstSlot,
  letter,
  link,
  newUbrn,
  read,
  upload,
} from '../test/hscn-caller.ts';
import type { PlatformCaller } from '../test/platform-caller.ts';
import { signIn } from '../test/platform-caller.ts';

async function linkAt(caller: PlatformCaller, ubrn: string, version?: number): Promise<Answer> {
  const url = (await upload(caller, { ubrn })).headers.get('Location') ?? '';
  return link(caller, { ubrn, version, letters: [letter(url)] });
}

it('refuses with an eRS-OperationOutcome-1 that has a code, its display and diagnostics', async () => {
  const { body, status } = await create(signIn(), createBody(['70001', '70001']));
  expect(status).toBe(422);
  expect(body).toMatchObject({
    meta: { profile: ['https://fhir.nhs.uk/STU3/StructureDefinition/eRS-OperationOutcome-1'] },
    issue: [
      {
        severity: 'error',
        details: {
          coding: [
            {
              system: 'https://fhir.nhs.uk/STU3/CodeSystem/eRS-APIErrorCode-1',
              code: 'DUPLICATE_SERVICE',
              display: 'Duplicate service',
            },
          ],
        },
      },
    ],
  });
});

it('has no words for what is not there, stale, locked or without a version', async () => {
  const caller = signIn();
  const ubrn = await newUbrn(caller);
  const answers = [
    await read(caller, '000000000009'),
    await linkAt(caller, ubrn, 2),
    await linkAt(caller, ubrn),
  ];
  await caller.control('actions/lock-referral', { ubrn });
  answers.push(await linkAt(caller, ubrn, 3));
  expect(answers.map(({ status, text }) => [status, text])).toEqual([
    [404, ''],
    [409, ''],
    [412, ''],
    [423, ''],
  ]);
});

it('says of an old version that there is no history, and 404', async () => {
  const caller = signIn();
  const ubrn = await newUbrn(caller);
  await attachLetter(caller, ubrn);
  const old = await caller.call(`/ReferralRequest/${ubrn}/_history/3`);
  expect([old.status, old.code]).toEqual([404, 'HISTORY_NOT_SUPPORTED']);
});

it('names an unknown request within a booking or a deferral as a reference', async () => {
  const caller = signIn();
  const wanted = { ubrn: '000000000009', version: 3, slot: await firstSlot(caller) };
  const refused = [
    await book(caller, wanted),
    await defer(caller, wanted, { reason: 'NO_SLOTS_AT_SERVICE' }),
  ];
  expect(refused.map(({ status, code }) => [status, code])).toEqual([
    [422, 'REFERENCE_NOT_FOUND'],
    [422, 'REFERENCE_NOT_FOUND'],
  ]);
});

it('reports a PAS that answers with an error as 502 and one that is silent as 504', async () => {
  const caller = signIn();
  const ubrn = await newUbrn(caller);
  const outcomes = [];
  for (const kind of ['pas-error', 'pas-not-responding']) {
    await caller.control('faults', { operation: 'A016', kind });
    const refused = await book(caller, { ubrn, version: 3, slot: await firstSlot(caller) });
    outcomes.push([refused.status, refused.code]);
  }
  expect(outcomes).toEqual([
    [502, 'PAS_RESPONDED_WITH_ERROR'],
    [504, 'PAS_NOT_RESPONDING'],
  ]);
});

it.each([
  [429, undefined, 'TOO_MANY_REQUESTS'],
  [503, 'SYSTEM_UNAVAILABLE', 'REC_UNAVAILABLE'],
  [500, undefined, 'REC_SERVER_ERROR'],
])('injects %i as each release of FHIR documents it', async (status, stu3, r4) => {
  const caller = signIn();
  await caller.control('faults', { operation: 'A004', kind: 'status', status });
  await caller.control('faults', { operation: 'A030', kind: 'status', status });
  const answers = [await caller.call('/CodeSystem/PRIORITY'), await caller.r4('/PractitionerRole')];
  expect(answers.map((answer) => [answer.status, answer.code])).toEqual([
    [status, stu3],
    [status, r4],
  ]);
  const wait = status === 503 ? '10' : null;
  expect(answers.map(({ headers }) => headers.get('Retry-After'))).toEqual([wait, wait]);
});
