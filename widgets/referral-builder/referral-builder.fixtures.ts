import { html } from 'lit/static-html.js';
import type { TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { AttachLettersState } from '../../src/flows/attach-letters.ts';
import type { FindServicesState } from '../../src/flows/find-services.ts';
import type { FixtureSet } from '../../src/ui/fixture.ts';
import { tag } from '../../src/ui/tags.ts';
import type { ReadySession } from '../session/context.ts';
import { defineReferralBuilder } from './define.ts';
import { ErsReferralBuilder } from './referral-builder.ts';
import { fakeReferPatient, fakeSession, type SceneParts } from './fake-flow.ts';
import { lostScene, lostScenes } from './sample-lost.ts';
import { overHscn, triageScenes } from './sample-triage.ts';
import { waitScenes } from './sample-waits.ts';
import { loadLostPart } from './lost-view.ts';
import {
  ersIsDown,
  at,
  booked,
  brannoc,
  criteria,
  draft,
  file,
  found,
  harbour,
  intent,
  letter,
  letterNeeded,
  lettersState,
  manyServices,
  northmoor,
  OTHER_UBRN,
  problem,
  referral,
  services,
  shortlisted,
  UBRN,
  uploadedFile,
} from './sample-states.ts';

const builder = tag('referral-builder');

function scene(
  parts: SceneParts,
  session: Partial<ReadySession> = {},
  sessionEnded = false,
): () => TemplateResult {
  return () => {
    const given = fakeSession(fakeReferPatient(parts), session);
    // eslint-disable-next-line lit/binding-positions, lit/no-invalid-html -- a tag by its prefix
    return html`<${builder} .session=${given} .sessionEnded=${sessionEnded}></${builder}>`;
  };
}

function find(state: Partial<FindServicesState>, parts: SceneParts = {}): () => TemplateResult {
  return scene({ find: state, ...parts });
}

/** The comparison is opened as a user opens it. */
function comparing(): TemplateResult {
  const given = fakeSession(fakeReferPatient({ find: shortlisted }));
  const open = (element?: Element): void => {
    if (!(element instanceof ErsReferralBuilder)) return;
    void element.updateComplete.then(() =>
      element.renderRoot.querySelector<HTMLElement>('#compare')?.click(),
    );
  };
  // eslint-disable-next-line lit/binding-positions, lit/no-invalid-html -- a tag by its prefix
  return html`<${builder} .session=${given} ${ref(open)}></${builder}>`;
}

/** As a user comes there. */
function confirming(): TemplateResult {
  const given = fakeSession(fakeReferPatient(lostScene({ status: 'ask-person' })));
  const open = (element?: Element): void => {
    if (!(element instanceof ErsReferralBuilder)) return;
    void loadLostPart()
      .then(() => element.requestUpdate())
      .then(() => element.updateComplete)
      .then(() => element.renderRoot.querySelector<HTMLElement>('#lost-none-lost-1')?.click());
  };
  // eslint-disable-next-line lit/binding-positions, lit/no-invalid-html -- a tag by its prefix
  return html`<${builder} .session=${given} ${ref(open)}></${builder}>`;
}

const admin: Partial<ReadySession> = {
  role: { businessFunction: 'REFERRING_CLINICIAN_ADMIN', organisation: { odsCode: 'A81001' } },
};

/** As the client words a silence, and a fault of e-RS that passes. */
const UNHEARD = { source: 'network', transactionId: undefined, retry: 'back-off' } as const;
const PASSING = { httpStatus: 503, retry: 'back-off' } as const;

const notKnown = { status: 'not-known', problem: problem('no-answer', UNHEARD) } as const;
const lostCreate = intent('create-referral', { state: 'unknown', problem: problem('timed-out') });

const findStep: FixtureSet['fixtures'] = {
  'find: untouched': find({}),
  'find: lists loading': find({ lists: { status: 'loading', since: at('09:46:57') } }),
  'find: lists failed': find({
    lists: { status: 'failed', problem: problem('no-answer', UNHEARD) },
  }),
  'find: nothing chosen': find({
    errors: [
      { field: 'specialty', error: 'missing' },
      { field: 'clinicType', error: 'missing' },
      { field: 'priority', error: 'missing' },
      { field: 'postcode', error: 'needs-postcode' },
      { field: 'waitLimit', error: 'not-a-whole-number' },
    ],
    draft: {
      ...draft,
      specialty: undefined,
      clinicType: undefined,
      priority: undefined,
      postcode: '',
      waitLimit: 'soon',
    },
  }),
  'find: searching': find({
    draft,
    search: { status: 'searching', criteria, since: at('09:46:57') },
  }),
  'find: found, 3 shortlisted': find(shortlisted),
  'find: comparing': comparing,
  'find: 2 week wait, stale': find({
    ...shortlisted,
    draft: { ...draft, priority: 'TWO_WEEK_WAIT' },
    stale: true,
  }),
  'find: 1 vanished': find({
    ...shortlisted,
    search: found(services.filter((service) => service !== harbour)),
    vanished: [harbour.id],
  }),
  'find: shortlist full': find({
    draft,
    search: found([...manyServices(20), ...services]),
    shortlist: manyServices(20),
  }),
  'find: none found': find({
    draft,
    search: { status: 'none-found', criteria, at: at('09:35:00') },
  }),
  'find: search failed': find({
    draft,
    search: { status: 'failed', criteria, problem: problem('ers-failed', PASSING) },
  }),
  'find: e-RS refused a field': find({
    draft,
    errors: [{ field: 'clinicType', error: 'refused-by-ers' }],
    search: {
      status: 'failed',
      criteria,
      problem: problem('field-wrong', { httpStatus: 422, field: 'clinicType' }),
    },
  }),
  'find: a referral was made earlier': find(
    {},
    {
      refer: {
        madeEarlier: [
          {
            ubrn: UBRN,
            sentAt: at('08:40:00'),
            attached: at('08:44:00'),
            ended: { action: 'book-appointment', sentAt: at('08:50:00') },
          },
          { ubrn: OTHER_UBRN, sentAt: at('08:20:00'), letterDue: true },
        ],
      },
    },
  ),
  'find: files not attached, letter missing': find(
    {},
    {
      refer: {
        madeEarlier: [{ ubrn: UBRN, sentAt: at('08:40:00'), letterDue: true }],
        unattached: [{ ubrn: UBRN, files: [uploadedFile('Letter.pdf'), uploadedFile('ECG.pdf')] }],
      },
    },
  ),
  'find: writes left under way': find(
    {},
    {
      refer: {
        leftUnderWay: [
          intent('book-appointment', { state: 'sending' }, { ubrn: UBRN }),
          intent('defer-to-provider', { state: 'unknown', problem: problem('timed-out') }),
          intent(
            'attach-letters',
            { state: 'not-done', problem: problem('locked') },
            { ubrn: UBRN },
          ),
          intent('book-appointment', { state: 'done', ubrn: UBRN }),
        ],
      },
    },
  ),
  'find: an earlier create is unknown, draft kept': find(shortlisted, {
    refer: { resumed: { savedAt: at('08:43:00') } },
    create: { phase: { status: 'blocked', intents: [lostCreate] } },
  }),
  'find: not known what was sent': find(shortlisted, {
    refer: { earlier: notKnown, resumed: { savedAt: at('08:43:00') } },
  }),
  'find: no referral with this UBRN': scene({
    refer: { opened: { status: 'failed', ubrn: UBRN, problem: problem('not-found') } },
  }),
  'find: draft resumed': find(shortlisted, {
    refer: { resumed: { savedAt: at('08:12:00') } },
  }),
  'find: work cannot be saved': find(shortlisted, { refer: { draftNotKept: true } }),
  'find: clinical terms found': find({
    draft: { ...draft, findBy: 'clinical-term' },
    lookUp: {
      status: 'found',
      field: 'clinicalTerm',
      options: [
        { code: '80313002', display: 'Palpitations' },
        { code: '698247007', display: 'Cardiac arrhythmia' },
      ],
    },
  }),
  'find: no clinician found': find({
    draft: { ...draft, findBy: 'named-clinician' },
    lookUp: { status: 'found', field: 'namedClinician', options: [] },
  }),
  'find: code typed, names unavailable': find({
    draft: { ...draft, findBy: 'clinical-term', clinicalTerm: { code: '8031' } },
    errors: [{ field: 'clinicalTerm', error: 'wrong-code' }],
    lookUp: { status: 'unavailable', field: 'clinicalTerm' },
  }),
  'find: an admin names the clinician': scene({ find: { draft } }, admin),
  'find: opening failed, another patient': scene({
    refer: { opened: { status: 'failed', ubrn: UBRN, problem: problem('wrong-patient') } },
  }),
  'find: role may not refer': scene({ find: shortlisted }, { can: () => false }),
};

function check(parts: SceneParts): () => TemplateResult {
  return scene({
    refer: { step: 'check' },
    find: { ...shortlisted, shortlist: [northmoor, services[0] ?? harbour] },
    ...parts,
  });
}

const checkStep: FixtureSet['fixtures'] = {
  'check: ready': check({ create: letterNeeded }),
  'check: letter to choose': scene({
    refer: { step: 'check' },
    find: { ...shortlisted, shortlist: [harbour] },
  }),
  'check: something to fix': scene({
    refer: { step: 'check' },
    find: { ...shortlisted, shortlist: [harbour] },
    create: {
      reminderDays: 'two',
      errors: [
        { field: 'letterIntention', error: 'missing' },
        { field: 'reminderDays', error: 'not-a-whole-number' },
      ],
    },
  }),
  'check: sending': check({
    create: {
      ...letterNeeded,
      phase: { status: 'sending', since: at('09:46:52') },
    },
  }),
  'check: refused': check({
    create: {
      ...letterNeeded,
      phase: {
        status: 'refused',
        problem: problem('service-not-in-results', {
          httpStatus: 422,
          ersCode: 'SHORTLISTED_SERVICE_NOT_IN_RESULTS',
        }),
      },
    },
  }),
  'check: answer lost': check({
    create: {
      phase: {
        status: 'unknown',
        intentId: 'intent-1',
        problem: problem('timed-out', { source: 'network', transactionId: undefined }),
        sentAt: at('09:42:08'),
      },
    },
  }),
  'check: an earlier create is unknown': check({
    create: {
      phase: {
        status: 'blocked',
        intents: [intent('create-referral', { state: 'sending' })],
      },
    },
  }),
  'check: not known what was sent': check({
    create: { ...letterNeeded, phase: { ...notKnown, status: 'not-looked-up' } },
  }),
  ...Object.fromEntries(
    Object.entries(lostScenes).map(([name, parts]) => [`lost create: ${name}`, scene(parts)]),
  ),
  'lost create: confirm that there is none': confirming,
  'check: session ended': scene(
    {
      refer: { step: 'check' },
      find: { ...shortlisted, shortlist: [northmoor, harbour] },
      create: letterNeeded,
    },
    {},
    true,
  ),
  'check: training system': () =>
    scene(
      { refer: { step: 'check' }, find: { ...shortlisted, shortlist: [harbour] } },
      { environment: 'training' },
    )(),
};

const documents: AttachLettersState['documents'] = [
  ['Referral letter 16-Oct-2026.pdf', 212_000],
  ['ECG 12-lead 09-Oct-2026.pdf', 1_100_000],
  ['Blood results 12-Oct-2026.pdf', 96_000],
  ['Consultation 16-Oct-2026.txt', 18_000],
  ['Discharge summary 03-Aug-2025.pdf', 7_400_000],
  ['Echo clip 11-Jun-2024.avi', 3_200_000],
].map(([name, size]) => ({
  id: String(name),
  name: String(name),
  mediaType: 'application/pdf',
  size: Number(size),
  read: () => Promise.resolve(new Blob()),
}));

function letters(state: Partial<AttachLettersState>, parts: SceneParts = {}): () => TemplateResult {
  return scene({
    refer: { step: 'letters', opened: { status: 'open', referral, at: at('09:42:00') } },
    find: shortlisted,
    letters: { ...lettersState, ...state },
    patientLetter: { status: 'available' },
    ...parts,
  });
}

const created: SceneParts = {
  create: { phase: { status: 'created', referral, at: at('09:42:00') } },
};
const uploaded = { status: 'uploaded', url: 'Binary/1', at: at('09:43:00') } as const;
const record = { source: 'record' } as const;
const onTheWay = [
  file('Referral letter 16-Oct-2026.pdf', uploaded, record),
  file('ECG 12-lead 09-Oct-2026.pdf', uploaded, { ...record, size: 1_100_000 }),
];
const linked = [
  { letter: letter('Referral letter 16-Oct-2026.pdf'), keep: true },
  { letter: letter('24-hour tape report.tif', { availability: 'PENDING' }), keep: true },
  { letter: letter('Blood results 12-Oct-2026.pdf', { size: 96_000 }), keep: false },
  { letter: letter('Clinic photo.png', { availability: 'THREATS_FOUND' }), keep: true },
  { letter: letter('Old scan.tif', { availability: 'VALIDATION_FAILED' }), keep: true },
];

/** As the page knows it once it was loaded again. */
const leftWithoutLetter: SceneParts = {
  refer: {
    step: 'letters',
    opened: { status: 'open', referral, at: at('09:46:00') },
    madeEarlier: [
      {
        ubrn: UBRN,
        sentAt: at('09:42:00'),
        letterDue: true,
        referrer: { sdsUserId: '555021854777', name: 'OKAFOR, Ngozi (Dr)' },
      },
    ],
  },
  isLetterDue: true,
};

const lettersStep: FixtureSet['fixtures'] = {
  'letters: created, no file yet': letters({}, created),
  'letters: found': letters(
    {},
    {
      refer: {
        step: 'letters',
        opened: { status: 'open', referral, at: at('09:42:00') },
        found: { ubrn: UBRN, at: at('09:46:12') },
      },
    },
  ),
  'letters: left without a letter, loaded again': scene(
    {
      ...leftWithoutLetter,
      letters: { ...lettersState, documents },
      patientLetter: { status: 'available' },
    },
    admin,
  ),
  'letters: session ended': scene(
    {
      ...leftWithoutLetter,
      letters: { ...lettersState, files: onTheWay },
      patientLetter: { status: 'available' },
    },
    { banner: 'host' },
    true,
  ),
  'letters: created, uploading': letters(
    {
      documents,
      files: [
        ...onTheWay,
        file(
          '24-hour tape report.tif',
          { status: 'uploading', sentBytes: 2_100_000, totalBytes: 4_600_000 },
          { size: 4_600_000 },
        ),
      ],
    },
    created,
  ),
  'letters: letter missing': letters({
    documents,
    files: [
      ...onTheWay,
      file(
        '24-hour tape report.tif',
        { status: 'not-uploaded', problem: problem('no-answer', { transactionId: undefined }) },
        { size: 4_600_000 },
      ),
      file(
        'Referral letter 16-Oct-2026.pdf',
        { status: 'refused', reason: 'duplicate-file-name' },
        { id: 'second' },
      ),
      file('Whole record.pdf', { status: 'refused', reason: 'file-too-big' }, { size: 6_291_456 }),
      file('Echo clip.avi', { status: 'refused', reason: 'file-type-refused' }),
      file('Stopped.pdf', { status: 'not-uploaded' }),
    ],
  }),
  'letters: change an existing set': letters(
    {
      referral: { ...booked, letters: linked.map((each) => each.letter) },
      letters: linked,
      files: [file('Medication list.docx', uploaded, { size: 31_000 })],
    },
    { patientLetter: { status: 'not-available', because: 'booked' } },
  ),
  'letters: attaching': letters({
    files: onTheWay,
    phase: { status: 'attaching', since: at('09:46:56') },
  }),
  'letters: attached': letters({
    referral: { ...referral, letters: linked.slice(0, 2).map((each) => each.letter) },
    letters: linked.slice(0, 2),
    phase: { status: 'attached', at: at('09:46:00') },
  }),
  'letters: refused': letters({
    files: onTheWay,
    phase: { status: 'refused', problem: problem('forbidden', { httpStatus: 403 }) },
  }),
  'letters: changed meanwhile': letters({
    files: onTheWay,
    referral: { ...referral, letters: linked.slice(0, 1).map((each) => each.letter) },
    letters: linked.slice(0, 1),
    phase: {
      status: 'changed',
      problem: problem('referral-changed', { httpStatus: 409 }),
      before: [],
      now: [letter('Referral letter 16-Oct-2026.pdf')],
    },
  }),
  'letters: newer version, same files': letters(
    {
      files: onTheWay,
      phase: {
        status: 'changed',
        problem: problem('referral-changed', { httpStatus: 409 }),
        before: [],
        now: [],
      },
    },
    created,
  ),
  'letters: an earlier set is on its way': letters(
    { files: onTheWay },
    {
      refer: {
        step: 'letters',
        leftUnderWay: [intent('attach-letters', { state: 'sending' }, { ubrn: UBRN })],
      },
    },
  ),
  'letters: patient letter on its way': letters(
    {},
    { patientLetter: { status: 'fetching', since: at('09:46:57') } },
  ),
  'letters: answer lost': letters({
    files: onTheWay,
    phase: {
      status: 'unknown',
      problem: problem('timed-out', { ...UNHEARD, retry: 'after-reread' }),
    },
  }),
  'letters: patient letter ready': letters(
    {},
    {
      patientLetter: {
        status: 'ready',
        file: { name: 'Patient letter.pdf', bytes: new Blob(['%PDF']) },
        at: at('09:46:00'),
        filed: { status: 'unsupported' },
      },
    },
  ),
  'letters: patient letter failed': letters(
    {},
    { patientLetter: { status: 'failed', problem: problem('ers-failed', PASSING) } },
  ),
};

const recordStep: FixtureSet['fixtures'] = {
  'record: 2 week wait, no appointment': scene({
    refer: {
      step: 'record',
      opened: {
        status: 'open',
        referral: { ...referral, priority: 'TWO_WEEK_WAIT', shortlist: undefined },
        at: at('09:46:40'),
      },
    },
    patientLetter: { status: 'available' },
  }),
  'record: booked, read 7 minutes ago': scene({
    refer: {
      step: 'record',
      opened: {
        status: 'open',
        referral: { ...booked, letters: linked.map((each) => each.letter) },
        at: at('09:40:00'),
      },
    },
    patientLetter: { status: 'not-available', because: 'booked' },
  }),
  'record: e-RS is down': scene({ refer: ersIsDown }),
  'record: deferred': scene({
    refer: {
      step: 'record',
      opened: {
        status: 'open',
        referral: {
          ...referral,
          state: {
            code: 'DEFERRED_TO_PROVIDER',
            derived: true,
            reason: { code: 'NO_SLOTS_AT_SERVICE', display: 'No slots at service' },
          },
          appointment: { status: 'proposed', service: { id: brannoc.id } },
        },
        at: at('09:46:40'),
      },
    },
    patientLetter: { status: 'not-available', because: 'deferred' },
  }),
  'record: letter missing, a file uploaded': scene({
    refer: { step: 'record', opened: { status: 'open', referral, at: at('09:46:40') } },
    letters: { ...lettersState, files: onTheWay },
    isLetterDue: true,
  }),
  'record: booking left under way': scene({
    refer: {
      step: 'record',
      opened: { status: 'open', referral, at: at('09:46:40') },
      leftUnderWay: [intent('book-appointment', { state: 'sending' }, { ubrn: UBRN })],
    },
  }),
  ...Object.fromEntries(Object.entries(waitScenes).map(([name, parts]) => [name, scene(parts)])),
  ...Object.fromEntries(
    Object.entries(triageScenes).map(([name, parts]) => [name, scene(parts, { can: overHscn })]),
  ),
  // eslint-disable-next-line lit/binding-positions, lit/no-invalid-html -- a tag by its prefix
  'outside a session': () => html`<${builder}></${builder}>`,
};

export const fixtureSet: FixtureSet = {
  title: 'Referral builder',
  define: () => defineReferralBuilder(),
  fixtures: { ...findStep, ...checkStep, ...lettersStep, ...recordStep },
};
