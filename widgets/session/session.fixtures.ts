import { noFlows } from '../../src/ui/no-flows.ts';
import { html, type TemplateResult } from 'lit';
import { parseInstant, parseLocalDate, type Instant } from '../../src/domain/instant.ts';
import { parseNhsNumber } from '../../src/domain/nhs-number.ts';
import type { Patient } from '../../src/domain/patient.ts';
import type { ErsSession as SessionFacts, LaunchContext } from '../../src/host/host-adapter.ts';
import { defineOnce } from '../../src/ui/define.ts';
import type { FixtureSet } from '../../src/ui/fixture.ts';
import { clockStartingAt } from './clocks.ts';
import { ErsSession } from './session.ts';
import type { OpenDesk, SessionState } from './session-state.ts';

const NOW = '2026-10-16T09:58:00.000Z';

/** A session that stands still in one state. */
class FixedSession extends ErsSession {
  override clock = clockStartingAt(NOW);

  set fixed(state: SessionState) {
    this.controller.state = state;
    this.requestUpdate();
  }
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The fixture is wrong');
  return value;
}

const at: Instant = must(parseInstant(NOW));
const josephine: Patient = {
  nhsNumber: must(parseNhsNumber('999 012 3454')),
  birthDate: must(parseLocalDate('1968-03-14')),
  name: { family: 'Hargreaves-Oyelaran', given: 'Josephine', title: 'Mrs' },
  gender: 'Female',
  verified: true,
};
const colin: Patient = {
  nhsNumber: must(parseNhsNumber('999 034 8715')),
  birthDate: must(parseLocalDate('1951-11-02')),
  name: { family: 'Ashworth', given: 'Colin', title: 'Mr' },
  gender: 'Male',
  verified: true,
};
const organisation = { odsCode: 'Y99001', name: 'Ashdown Surgery' };
const clinician = { businessFunction: 'REFERRING_CLINICIAN', organisation };
const admin = { businessFunction: 'REFERRING_CLINICIAN_ADMIN', organisation };
const session: SessionFacts = {
  user: { sdsUserId: '021600550204', name: 'FENWICK, Ruth (Dr)' },
  roles: [clinician, admin],
  dialect: 'hscn',
  environment: 'training',
};
const next: LaunchContext = {
  contextId: 'context-2',
  seq: 2,
  issuedAt: at,
  patient: colin,
  user: { id: '021600550204' },
  organisation,
  needPatientBanner: false,
};
const desk: OpenDesk = {
  contextId: 'context-1',
  patient: josephine,
  role: clinician,
  flows: noFlows,
  can: () => true,
  discardDrafts: async () => {},
  taken: new AbortController().signal,
  close: () => {},
};
const problem = {
  reason: 'proxy-unreachable',
  source: 'network',
  correlationId: 'c04e77b1-2a9d-4f15-8a51-0d6f4b2f9f10',
  retry: 'back-off',
} as const;

const provider = {
  businessFunction: 'SERVICE_PROVIDER_CLINICIAN_ADMIN',
  organisation: { odsCode: 'XN1', name: 'Northmoor General Hospital' },
};
const brandt = { sdsUserId: '555032000101', name: 'BRANDT, Lena (Dr)' };
const atProvider: SessionFacts = {
  ...session,
  dialect: 'api-platform',
  roles: [provider],
  role: provider,
};
const choosing = { status: 'choosing-clinician', session: atProvider, role: provider } as const;

function situation(state: SessionState): () => TemplateResult {
  return () =>
    html`<fixed-session .fixed=${state}>
      <p>The widgets of this session stand here.</p>
    </fixed-session>`;
}

export const fixtureSet: FixtureSet = {
  title: 'Session',
  define: () => defineOnce('fixed-session', FixedSession),
  fixtures: {
    connecting: situation({ status: 'connecting', since: at }),
    'choosing a role': situation({ status: 'choosing-role', session }),
    'a role told to e-RS': situation({ status: 'choosing-role', session, isSending: true }),
    'role refused': situation({
      status: 'choosing-role',
      session,
      refusal: { problem: { ...problem, reason: 'forbidden', source: 'e-rs', httpStatus: 403 } },
    }),
    'listing clinicians': situation({
      status: 'listing-clinicians',
      session: atProvider,
      since: at,
    }),
    'choosing a clinician': situation({
      ...choosing,
      clinicians: [brandt, { sdsUserId: '555032000102' }],
    }),
    'no clinician to act for': situation({ ...choosing, clinicians: [] }),
    'clinicians not listed': situation({
      ...choosing,
      clinicians: [],
      refusal: { problem: { ...problem, reason: 'forbidden', source: 'e-rs', httpStatus: 403 } },
    }),
    'acting for a clinician': situation({
      status: 'ready',
      session: { ...atProvider, onBehalfOf: brandt.sdsUserId },
      desk: { ...desk, role: provider, onBehalfOf: brandt },
    }),
    'acting for the clinician of the host': situation({
      status: 'ready',
      session,
      desk: { ...desk, role: provider, onBehalfOf: brandt },
    }),
    'acting for nobody that is known': situation({
      status: 'ready',
      session,
      desk: { ...desk, role: provider },
    }),
    'opening the patient': situation({ status: 'opening-patient', session, since: at }),
    ready: situation({ status: 'ready', session, desk }),
    'session ended': situation({ status: 'ready', session, desk, ended: { status: 'ended' } }),
    'signing in': situation({ status: 'ready', session, desk, ended: { status: 'signing-in' } }),
    'sign-in failed': situation({
      status: 'ready',
      session,
      desk,
      ended: { status: 'failed', refusal: { problem } },
    }),
    'no patient open': situation({ status: 'no-patient', session }),
    'NHS number wrong': situation({ status: 'no-patient', session, why: 'nhs-number-wrong' }),
    'date of birth wrong': situation({ status: 'no-patient', session, why: 'birth-date-wrong' }),
    'another patient opened': situation({
      status: 'conflict',
      session,
      former: desk,
      next,
      hasDraft: true,
    }),
    'another patient opened, letter missing': situation({
      status: 'conflict',
      session,
      former: desk,
      next,
      undone: 'Letter missing: the referral is made, and none is attached.',
      hasDraft: false,
    }),
    'patient open in another window': situation({ status: 'open-elsewhere', session }),
    'taken over by another window': situation({
      status: 'open-elsewhere',
      session,
      takenAt: at,
    }),
    locked: situation({ status: 'locked', why: 'card-removed', at }),
    'proxy not reached': situation({ status: 'failed', refusal: { problem } }),
    'host does not answer': situation({
      status: 'failed',
      refusal: { host: 'silent', detail: 'No host has answered within 5 seconds.' },
    }),
    'host session over': situation({
      status: 'failed',
      refusal: { host: 'ended', detail: 'The host session has ended: logout' },
    }),
    'set up wrongly': situation({
      status: 'failed',
      refusal: { detail: 'Configuration: proxyBase: Invalid key' },
    }),
  },
};
