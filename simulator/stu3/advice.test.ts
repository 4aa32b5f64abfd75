import { describe, expect, it } from 'vitest';
import type { Dialect } from '../core/model.ts';
import type { Desks } from '../test/desks.ts';
import {
  acneCriteria,
  adviceService,
  dialects,
  fetchList,
  holdings,
  listed,
  openDesks,
  operate,
  parametersOf,
  priority,
  providerFile,
  text,
  uploaded,
  versionOf,
} from '../test/desks.ts';
import type { Answer, Caller, Parameter } from '../test/hscn-caller.ts';
import { coding, identified, read, shortlist, upload } from '../test/hscn-caller.ts';
import { pdfText } from '../test/pdf-text.ts';
import { signIn } from '../test/platform-caller.ts';

const includes = [
  'Communication:requester-practitionerrole:PractitionerRole',
  'Communication:sender-practitionerrole:PractionerRole',
  'Communication:content-reference:DocumentReference',
];
const patient = {
  name: 'patient',
  valueIdentifier: { system: 'http://fhir.nhs.net/Id/nhs-number', value: '9990123454' },
};
const authorised = (code = 'AUTHORISED_TO_CONVERT'): Parameter =>
  coding('providerConversionAuthorisation', 'eRS-ProviderConversionAuthorisation-1', code);
const shortlisted = (ids = [adviceService]): Parameter => ({
  name: 'shortlist',
  resource: shortlist(ids, acneCriteria()),
});
const question = [patient, authorised(), shortlisted(), text('request', 'Which cream?')];

/** A044 is on the platform only, so a referrer there asks, whichever dialect the test speaks. */
function ask({ simulator }: Desks, parts: Parameter[] = question, caller = signIn({ simulator })) {
  return caller.call('/CommunicationRequest/$ers.createAdviceAndGuidance', {
    body: parametersOf('eRS-CreateAdviceAndGuidance-Request-Parameters-1', parts),
  });
}

async function asked(desks: Desks, parts?: Parameter[]): Promise<string> {
  const answer = await ask(desks, parts);
  if (answer.status !== 200) throw new Error(`Not asked: ${answer.diagnostics}`);
  return [...desks.simulator.core.advice.keys()].at(-1) ?? '';
}

const outcome = (code: string): Parameter =>
  coding('guidanceOutcome', 'eRS-GuidanceResponseOutcome-1', code);
const recommendation = (code = 'ADVICE_ONLY_NO_REFERRAL_RECOMMENDED'): Parameter =>
  coding('guidanceIntendedRecommendation', 'eRS-GuidanceIntendedRecommendation-1', code);
const MORE = outcome('REQUIRE_FURTHER_INFORMATION');
const ADVICE = outcome('RETURN_TO_REFERRER_WITH_ADVICE');
const GUIDANCE = text('guidance', 'Use the mild one.');
const ROUTINE = priority('updatedPriority', 'ROUTINE');

/** A UBRN at its current version, or at the version given. */
type Target = string | { ubrn: string; version: number };

function target(caller: Caller, at: Target): { ubrn: string; version: number } {
  return typeof at === 'string' ? { ubrn: at, version: versionOf(caller, at) } : at;
}

function respond(caller: Caller, at: Target, parts: Parameter[]) {
  const { ubrn, version } = target(caller, at);
  return operate(caller, 'CommunicationRequest', {
    ubrn,
    name: 'sendCommunicationToRequester',
    version,
    body: parametersOf('eRS-SendCommunicationToRequester-Request-Parameters-1', parts),
  });
}

function convert(caller: Caller, at: Target, extra: Parameter[] = []) {
  const { ubrn, version } = target(caller, at);
  const reference = `CommunicationRequest/${ubrn}/_history/${version}`;
  const replaced = extra.map(({ name }) => name);
  const usual: Parameter[] = [
    { name: 'createFrom', valueReference: { reference } },
    text('guidance', 'See us'),
    priority('newReferralPriority', 'URGENT'),
    text('reviewComments', 'Book soon'),
  ];
  const parts = [...usual.filter(({ name }) => !replaced.includes(name)), ...extra];
  const profile = 'eRS-CreateFromCommunicationRequestActionLater-Request-Parameters-1';
  return caller.call('/ReferralRequest/$ers.createFromCommunicationRequestActionLater', {
    body: parametersOf(profile, parts),
  });
}

function conversation(caller: Caller, ubrn: string, wanted = includes): Promise<Answer> {
  const query = new URLSearchParams({
    'based-on': `CommunicationRequest/${ubrn}/_history/${versionOf(caller, ubrn)}`,
  });
  for (const one of wanted) query.append('_include', one);
  return caller.call(`/Communication?${query}`);
}

const longest: Readonly<Record<Dialect, number>> = { hscn: 2_000, 'api-platform': 8_000 };

describe.each(dialects)('advice and guidance, %s', (dialect) => {
  it('A024 shows who asked which service, until which version', async () => {
    const desks = await openDesks(dialect);
    const ubrn = await asked(desks);
    const answer = await desks.provider.call(`/CommunicationRequest/${ubrn}`);
    expect(answer.headers.get('ETag')).toBe('W/"1"');
    expect(answer.body).toMatchObject({ id: ubrn, status: 'active' });
    expect(answer.text).toContain('PROVIDER_RESPONSE_REQUIRED');
    const old = await desks.provider.call(`/CommunicationRequest/${ubrn}/_history/0`);
    expect(old.code).toBe('HISTORY_NOT_SUPPORTED');
    expect((await read(desks.referrer, ubrn)).code).toBe('INVALID_REQUEST_TYPE');
    expect((await desks.provider.call('/CommunicationRequest/000000000009')).status).toBe(404);
  });

  it('A023 lists it while it is in progress', async () => {
    const desks = await openDesks(dialect);
    const ubrn = await asked(desks);
    const list = 'ADVICE_AND_GUIDANCE_REQUESTS';
    expect(await listed(desks.provider, list)).toEqual([ubrn]);
    await desks.provider.control('actions/change-advice', { ubrn, change: 'close' });
    expect(await listed(desks.provider, list)).toEqual([]);
    expect((await fetchList(desks.referrer, list)).status).toBe(403);
  });

  it('A026 answers, and says so in the category and the conversation', async () => {
    const desks = await openDesks(dialect);
    const { provider } = desks;
    const ubrn = await asked(desks);
    const url = await uploaded(provider, ubrn, 'leaflet.pdf');
    const file = providerFile('guidanceAttachmentFile', 'GUIDANCE_RESPONSE', url);
    const urgent = priority('updatedPriority', 'URGENT');
    const answer = await respond(provider, ubrn, [
      GUIDANCE,
      ADVICE,
      recommendation(),
      urgent,
      file,
    ]);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('ETag')).toBeNull();
    expect(desks.simulator.core.advice.get(ubrn)).toMatchObject({
      version: 2,
      category: 'REFERRER_TO_REVIEW_RESPONSE',
      priority: 'URGENT',
    });
    const { body } = await conversation(provider, ubrn);
    expect(body.total).toBe(2);
    const kinds = body.entry.map(({ resource }) => resource.resourceType);
    expect(kinds).toEqual([
      'Communication',
      'Communication',
      'PractitionerRole',
      'PractitionerRole',
      'DocumentReference',
    ]);
    expect(JSON.stringify(body)).toContain('leaflet.pdf');
    // Newest first, so that a client that does not sort is found out.
    const said = body.entry.slice(0, 2).map(({ resource }) => JSON.stringify(resource));
    expect(said[0]).toContain('Use the mild one.');
    expect(said[1]).toContain('Which cream?');
  });

  it('A025 includes only what it is asked for, and reads the current version only', async () => {
    const desks = await openDesks(dialect);
    const { referrer } = desks;
    const ubrn = await asked(desks);
    const plain = await conversation(referrer, ubrn, []);
    expect(plain.body.entry.map(({ search }) => search.mode)).toEqual(['match']);
    expect((await conversation(referrer, ubrn, ['Communication:other'])).code).toBe(
      'INVALID_VALUE',
    );
    const code = async (query: string) => (await referrer.call(`/Communication${query}`)).code;
    expect(await code('')).toBe('MISSING_PARAMETER');
    expect(await code('?based-on=CommunicationRequest/1')).toBe('INVALID_VALUE');
    expect(await code(`?based-on=CommunicationRequest/${ubrn}/_history/9`)).toBe(
      'HISTORY_NOT_SUPPORTED',
    );
  });

  it('A026 says what is wrong, and changes nothing', async () => {
    const desks = await openDesks(dialect);
    const { provider } = desks;
    const ubrn = await asked(desks);
    const before = holdings(desks.simulator);
    const code = async (...parts: Parameter[]) => (await respond(provider, ubrn, parts)).code;
    const long = (length: number) => text('guidance', 'x'.repeat(length));
    expect(await code(MORE, ROUTINE)).toBe('MISSING_VALUE');
    expect(await code(GUIDANCE, MORE)).toBe('MISSING_VALUE');
    expect(await code(long(longest[dialect] + 1), MORE, ROUTINE)).toBe('INVALID_VALUE');
    expect(await code(GUIDANCE, ADVICE, ROUTINE)).toBe('VALUE_IS_REQUIRED');
    expect(await code(GUIDANCE, MORE, ROUTINE, recommendation())).toBe('INAPPROPRIATE_VALUE');
    expect(await code(GUIDANCE, outcome('PROVIDER_CONVERTED'), ROUTINE)).toBe(
      'INAPPROPRIATE_VALUE',
    );
    const never = priority('updatedPriority', 'TWO_WEEK_WAIT');
    expect(await code(GUIDANCE, MORE, never)).toBe('UNSUPPORTED_PRIORITY');
    const url = await uploaded(provider, ubrn, 'a.pdf');
    const file = providerFile('guidanceAttachmentFile', 'PROVIDER', url);
    expect(await code(GUIDANCE, MORE, ROUTINE, file)).toBe('INAPPROPRIATE_VALUE');
    expect((await respond(provider, { ubrn, version: 9 }, [GUIDANCE, MORE, ROUTINE])).status).toBe(
      409,
    );
    expect(holdings(desks.simulator)).toBe(before);
    expect(await code(long(longest[dialect]), MORE, ROUTINE)).toBeUndefined();
  });

  it('several messages may follow each other, until the referrer ends it', async () => {
    const desks = await openDesks(dialect);
    const { provider } = desks;
    const ubrn = await asked(desks);
    const categories: string[] = [];
    const note = (): void => {
      categories.push(desks.simulator.core.advice.get(ubrn)?.category ?? '');
    };
    await respond(provider, ubrn, [GUIDANCE, MORE, ROUTINE]);
    note();
    const reply = { ubrn, change: 'reply', message: 'A week' };
    await provider.control('actions/change-advice', reply);
    note();
    await provider.control('actions/change-advice', { ubrn, change: 'add-clinical-information' });
    note();
    await respond(provider, ubrn, [GUIDANCE, ADVICE, recommendation(), ROUTINE]);
    note();
    expect((await conversation(provider, ubrn)).body.total).toBe(5);
    await provider.control('actions/change-advice', { ubrn, change: 'cancel' });
    note();
    expect(categories).toEqual([
      'REFERRER_TO_SUBMIT_FURTHER_INFORMATION',
      'PROVIDER_RESPONSE_REQUIRED',
      'PROVIDER_RESPONSE_REQUIRED',
      'REFERRER_TO_REVIEW_RESPONSE',
      'CONVERSATION_ENDED_CANCELLED',
    ]);
    const late = await respond(provider, ubrn, [GUIDANCE, MORE, ROUTINE]);
    expect(late.code).toBe('INVALID_REQUEST_STATE');
    expect((await convert(provider, ubrn)).code).toBe('INVALID_REQUEST_STATE');
  });

  it('A027 makes a referral of the same UBRN, with the conversation as its letter', async () => {
    const desks = await openDesks(dialect);
    const { provider, simulator } = desks;
    const ubrn = await asked(desks);
    const guidance = await uploaded(provider, ubrn, 'leaflet.pdf');
    const plan = await uploaded(provider, ubrn, 'plan.pdf');
    const answer = await convert(provider, ubrn, [
      providerFile('guidanceAttachmentFile', 'GUIDANCE_RESPONSE', guidance),
      providerFile('reviewAttachmentFile', 'PROVIDER', plan),
    ]);
    expect(answer.status).toBe(201);
    expect(answer.headers.get('ETag')).toBeNull();
    expect(answer.body.id).toBe(ubrn);
    expect(answer.body.supportingInfo.map(({ reference }) => reference)).toContain(
      `CommunicationRequest/${ubrn}`,
    );
    expect(simulator.core.advice.get(ubrn)?.category).toBe('ADVICE_CONVERTED');
    const referral = simulator.core.referrals.get(ubrn);
    expect(referral).toMatchObject({
      state: 'TRIAGED_PROVIDER_TO_ACTION',
      priority: 'URGENT',
      appointment: { reason: 'PROVIDER_CONVERTED_ADVICE_AND_GUIDANCE_ADMIN_TO_REFER' },
    });
    const [letter] = referral?.letters ?? [];
    expect(letter?.file.name).toBe(`Advice and guidance conversation - ${ubrn}.pdf`);
    expect(pdfText(letter?.file.bytes ?? new Uint8Array())).toContain('See us');
    expect((await read(desks.referrer, ubrn)).status).toBe(200);
    expect((await desks.referrer.call(`/CommunicationRequest/${ubrn}`)).status).toBe(200);
    expect((await convert(provider, ubrn)).code).toBe('INVALID_REQUEST_STATE');
  });

  it('A027 needs leave to convert, the current version, and its texts', async () => {
    const desks = await openDesks(dialect);
    const { provider } = desks;
    const kept = await asked(desks, [
      patient,
      authorised('NOT_AUTHORISED_TO_CONVERT'),
      ...question.slice(2),
    ]);
    expect((await convert(provider, kept)).code).toBe('INVALID_REQUEST_STATE');
    const ubrn = await asked(desks);
    const before = holdings(desks.simulator);
    const code = async (part: Parameter) => (await convert(provider, ubrn, [part])).code;
    expect((await convert(provider, { ubrn, version: 7 })).status).toBe(409);
    expect(await code(text('reviewComments', 'x'.repeat(2_001)))).toBe('INVALID_VALUE');
    expect(await code(text('guidance', 'x'.repeat(longest[dialect] + 1)))).toBe('INVALID_VALUE');
    expect(await code(priority('newReferralPriority', 'TWO_WEEK_WAIT'))).toBe(
      'UNSUPPORTED_PRIORITY',
    );
    const bad = { name: 'createFrom', valueReference: { reference: 'CommunicationRequest/1' } };
    expect(await code(bad)).toBe('INVALID_VALUE');
    expect(holdings(desks.simulator)).toBe(before);
  });

  it('is for the practice that asked and the workgroup of the service', async () => {
    const desks = await openDesks(dialect);
    const ubrn = await asked(desks);
    desks.simulator.core.workgroups.set(`021600551011/${adviceService}`, false);
    const { provider } = desks;
    expect((await provider.call(`/CommunicationRequest/${ubrn}`)).code).toBe('NO_RELATIONSHIP');
    expect((await respond(provider, ubrn, [GUIDANCE, MORE, ROUTINE])).code).toBe('NO_RELATIONSHIP');
    desks.simulator.core.workgroups.clear();
    desks.simulator.core.sensitivePatients.add('9990123454');
    expect((await provider.call(`/CommunicationRequest/${ubrn}`)).code).toBe('PATIENT_ERROR');
  });
});

describe('A044 asks for advice', () => {
  const admin = (desks: Desks) =>
    signIn({
      simulator: desks.simulator,
      businessFunction: 'REFERRING_CLINICIAN_ADMIN',
    });

  it('as version 1, with a file that was uploaded for no request', async () => {
    const desks = await openDesks('api-platform');
    const stored = await upload(desks.referrer, { ubrn: '', name: 'rash.png', type: 'image/png' });
    const url = stored.headers.get('Location') ?? '';
    const file = providerFile('requestAttachmentFile', 'ADVICE_REQUEST', url);
    const answer = await ask(desks, [...question, file]);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('rash.png');
    const [advice] = [...desks.simulator.core.advice.values()];
    expect(advice).toMatchObject({ version: 1, category: 'PROVIDER_RESPONSE_REQUIRED' });
    const bytes = await desks.provider.call(`/${url}`);
    expect(bytes.headers.get('Content-Type')).toBe('image/png');
  });

  it('by an admin for a clinician, whom the message names as responsible', async () => {
    const desks = await openDesks('api-platform');
    const nobody = await ask(desks, question, admin(desks));
    expect(nobody.code).toBe('VALUE_IS_REQUIRED');
    const named = [...question, identified('referringClinician', '021600550531')];
    expect((await ask(desks, named, admin(desks))).status).toBe(200);
    expect([...desks.simulator.core.advice.values()][0]?.messages[0]).toMatchObject({
      sender: { userId: '021600550204', role: 'REFERRING_CLINICIAN_ADMIN' },
      requester: { userId: '021600550531', role: 'REFERRING_CLINICIAN' },
    });
  });

  it.each<[string, Parameter, string]>([
    ['two services', shortlisted([adviceService, '70132']), 'TOO_MANY_ITEMS'],
    ['a service that gives none', shortlisted(['70132']), 'INAPPROPRIATE_VALUE'],
    ['a service not found', shortlisted(['70002']), 'SHORTLISTED_SERVICE_NOT_IN_RESULTS'],
    ['a text of over 8000', text('request', 'x'.repeat(8_001)), 'INVALID_VALUE'],
    ['an unknown leave', authorised('PERHAPS'), 'INVALID_VALUE'],
    [
      'a file nobody uploaded',
      providerFile('requestAttachmentFile', 'ADVICE_REQUEST', 'Binary/att-0-1'),
      'REFERENCE_NOT_FOUND',
    ],
  ])('refuses %s', async (_title, part, code) => {
    const desks = await openDesks('api-platform');
    const parts = [...question.filter(({ name }) => name !== part.name), part];
    expect((await ask(desks, parts)).code).toBe(code);
    expect(desks.simulator.core.advice.size).toBe(0);
  });
});

it('A043 prints the conversation', async () => {
  const desks = await openDesks('api-platform');
  const ubrn = await asked(desks);
  const answer = await operate(desks.referrer, 'CommunicationRequest', {
    ubrn,
    name: 'generateCRI',
  });
  expect(answer.headers.get('Content-Type')).toBe('application/pdf');
  expect(answer.headers.get('Content-Disposition')).toBe(
    `attachment; filename="advice-${ubrn}.pdf"`,
  );
});
