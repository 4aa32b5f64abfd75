import { describe, expect, it } from 'vitest';
import { addMilliseconds } from '../domain/instant.ts';
import type { LetterIntention } from '../domain/referral.ts';
import type { Draft } from '../journal/ports.ts';
import type { CriteriaDraft } from './find-services.ts';
import type { NewReferralParts } from './refer-desk.ts';
import { unsentReferral } from './refer-patient-draft.ts';
import { createReferPatient } from './refer-patient.ts';
import { fakePorts, pending, settle } from './testing/fake-ports.ts';
import { NOW, PATIENT, UBRN } from './testing/fake-records.ts';
import { KEY, started } from './testing/fake-referring.ts';

const EMPTY: CriteriaDraft = {
  findBy: 'specialty',
  postcode: PATIENT.postcode ?? '',
  waitLimit: '',
  ageAndGenderAppropriate: true,
  sortBy: 'DISTANCE',
};

/** Nothing in it is as in an empty draft. */
const FULL: CriteriaDraft = {
  findBy: 'clinical-term',
  specialty: 'CARDIOLOGY',
  clinicType: 'ARRHYTHMIA',
  clinicalTerm: { code: '49436004', display: 'Atrial fibrillation' },
  namedClinician: { code: '555021854101', display: 'OKAFOR, Ngozi (Dr)' },
  priority: 'ROUTINE',
  postcode: 'NM1 1AA',
  distance: 25,
  waitLimit: '60',
  ageAndGenderAppropriate: false,
  sortBy: 'IWT',
  referringClinician: { sdsUserId: '021600556515', name: 'AYRE, Tom (Dr)' },
};

/** The flow of a patient for whom this draft is kept. */
async function resumed(content: object, overrides: Parameters<typeof fakePorts>[0] = {}) {
  const ports = fakePorts(overrides);
  await ports.drafts.save(KEY, { savedAt: NOW, content });
  const { flow } = await started(ports);
  await settle();
  return { ports, flow };
}

describe('the draft of a referral, taken up', () => {
  it.each(['specialty', 'clinical-term', 'named-clinician'] as const)(
    'has every field of a search by %s as it was left',
    async (findBy) => {
      const draft = { ...FULL, findBy };
      const { flow } = await resumed({
        draft,
        shortlist: [],
        letterIntention: 'NOT_INTENDING_TO_ADD',
        reminderDays: '7',
        tested: ['101', '102'],
      });
      expect(flow.find.state.draft).toEqual(draft);
      expect(flow.state.tested).toEqual(['101', '102']);
      expect(flow.create.state).toMatchObject({
        letterIntention: 'NOT_INTENDING_TO_ADD',
        reminderDays: '7',
      });
    },
  );

  it('has the days of the reminder also where nothing was said of letters', async () => {
    const { flow } = await resumed({ draft: {}, reminderDays: '21' });
    expect(flow.create.state.reminderDays).toBe('21');
    expect(flow.create.state.letterIntention).toBeUndefined();
  });

  it.each([
    ['numbers', () => 7],
    ['texts that it does not know', () => 'magic'],
    ['records of another shape', () => ({ code: 7, sdsUserId: 7 })],
    ['nothing', () => null],
  ])('is an empty one where its fields hold %s', async (what, wrong) => {
    const isText = what.startsWith('texts');
    const typed = ['specialty', 'clinicType', 'postcode', 'waitLimit'];
    const fields = Object.keys(FULL)
      .filter((field) => !(isText && typed.includes(field)))
      .filter((field) => !(what === 'numbers' && field === 'distance'));
    const draft = Object.fromEntries(fields.map((field) => [field, wrong()]));
    const { flow } = await resumed({
      draft,
      shortlist: [wrong()].filter((id) => typeof id !== 'string'),
      letterIntention: wrong(),
      reminderDays: isText ? '' : wrong(),
      tested: 'not a list',
    });
    expect(flow.find.state.draft).toEqual(EMPTY);
    expect(flow.find.state.search.status).toBe('untouched');
    expect(flow.create.state.letterIntention).toBeUndefined();
    expect(flow.create.state.reminderDays).toBe('');
    expect(flow.state.tested).toEqual([]);
  });

  it('has of its lists what are ids, and no more', async () => {
    const { flow } = await resumed({ draft: {}, shortlist: 'none', tested: ['101', 7, null] });
    expect(flow.state.tested).toEqual(['101']);
    expect(flow.find.state.shortlist).toEqual([]);
    expect(flow.find.state.search.status).toBe('untouched');
  });

  it('is taken up also where the journal cannot say what was made', async () => {
    const { journal } = fakePorts();
    const created = () => Promise.reject(new Error('silent'));
    const { flow } = await resumed({ draft: FULL }, { journal: { ...journal, created } });
    expect(flow.find.state.draft).toEqual(FULL);
  });

  it('is of the referral of its services that was sent ten minutes before it, as clocks differ', async () => {
    const { journal } = fakePorts();
    const sentAt = addMilliseconds(NOW, -600_000);
    const created = async () => [{ ubrn: UBRN, sentAt, serviceIds: ['102', '101'] }];
    const unsent = { draft: FULL, shortlist: ['101', '102'] };
    const { ports, flow } = await resumed(unsent, { journal: { ...journal, created } });
    expect(flow.state.resumed).toBeUndefined();
    expect(await ports.drafts.load(KEY)).toBeUndefined();
  });

  it('is not written over before it was read', async () => {
    const { drafts } = fakePorts();
    const reading = pending<Draft | undefined>();
    const ports = fakePorts({ drafts: { ...drafts, load: () => reading.promise } });
    const flow = createReferPatient(ports);
    flow.find.actions.change({ priority: 'ROUTINE' });
    await settle();
    expect(await drafts.load(KEY)).toBeUndefined();
    reading.answer(undefined);
    await settle();
    expect(await drafts.load(KEY)).toMatchObject({ content: { draft: { priority: 'ROUTINE' } } });
  });

  it('is not taken up once the user has started again while it was read', async () => {
    const reading = pending<Draft | undefined>();
    const ports = fakePorts({ drafts: { ...fakePorts().drafts, load: () => reading.promise } });
    const flow = createReferPatient(ports);
    flow.actions.startAgain();
    reading.answer({ savedAt: NOW, content: { draft: FULL } });
    await settle();
    expect(flow.state.resumed).toBeUndefined();
    expect(flow.find.state.draft).toEqual(EMPTY);
  });
});

describe('the draft of a referral, kept', () => {
  interface Left {
    draft?: CriteriaDraft;
    shortlist?: readonly string[];
    letterIntention?: LetterIntention;
    onlyIntention?: LetterIntention;
    reminderDays?: string;
    status?: 'ready' | 'created';
  }

  function unsent({ draft = EMPTY, shortlist = [], status = 'ready', ...said }: Left) {
    const find = { toResume: () => ({ draft, shortlist }) };
    const create = { state: { phase: { status }, reminderDays: '', ...said } };
    return unsentReferral({ find, create } as unknown as NewReferralParts, EMPTY);
  }

  it.each<[string, Left]>([
    ['a field of the search', { draft: { ...EMPTY, waitLimit: '6' } }],
    ['a field that an empty one does not have', { draft: { ...EMPTY, specialty: 'CARDIOLOGY' } }],
    ['a service on the shortlist', { shortlist: ['101'] }],
    ['what was said of letters', { letterIntention: 'NEED_TO_ADD_LATER' }],
    ['the days of the reminder', { reminderDays: '14' }],
  ])('holds %s, if it were the only thing', (_what, left) => {
    expect(unsent(left)).toMatchObject({ draft: EMPTY, shortlist: [], reminderDays: '', ...left });
  });

  it.each<[string, Left]>([
    ['nothing was typed', {}],
    ['all of it was sent', { draft: FULL, shortlist: ['101'], status: 'created' }],
    ['a field was emptied again', { draft: { ...EMPTY, specialty: undefined } }],
    [
      'what stands there could not be chosen',
      { letterIntention: 'NEED_TO_ADD_LATER', onlyIntention: 'NEED_TO_ADD_LATER' },
    ],
    [
      'the fields were filled as in an empty one, in another order',
      { draft: Object.fromEntries(Object.entries(EMPTY).reverse()) as unknown as CriteriaDraft },
    ],
  ])('is none where %s', (_why, left) => {
    expect(unsent(left)).toBeUndefined();
  });
});
