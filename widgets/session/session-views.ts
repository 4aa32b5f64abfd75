import { html, nothing, type TemplateResult } from 'lit';
import type { LocalDate } from '../../src/domain/instant.ts';
import type { Patient } from '../../src/domain/patient.ts';
import { actsForProvider } from '../../src/domain/user.ts';
import { ukTime } from '../../src/domain/uk-time.ts';
import type { ErsSession } from '../../src/host/host-adapter.ts';
import { button } from '../../src/ui/button.ts';
import { patientName } from '../../src/ui/format.ts';
import { loadingPart } from '../../src/ui/loading.ts';
import { message } from '../../src/ui/message.ts';
import { patientFacts } from '../../src/ui/patient-banner.ts';
import { problemText } from '../../src/ui/problem-text.ts';
import { problemPart } from '../../src/ui/problem.ts';
import { radios } from '../../src/ui/radios.ts';
import { roleJob, roleName } from './role-names.ts';
import type { Refusal } from './refusal.ts';
import type { Acting, EndedSession, SessionState } from './session-state.ts';

export type StateOf<S extends SessionState['status']> = Extract<SessionState, { status: S }>;

export function refusalView(refusal: Refusal, again: () => void): TemplateResult {
  const action = button({ label: 'Connect again', kind: 'primary', onPress: again });
  if (refusal.problem) {
    return html`<div class="session__panel">
      ${problemPart({
        problem: refusal.problem,
        // Nothing else on screen says it here, where there is no work to keep.
        title: problemText(refusal.problem).title,
        safe: 'Nothing was sent.',
        action,
      })}
    </div>`;
  }
  const [title, content] = WITHOUT_HOST[refusal.host ?? 'set-up'];
  return html`<div class="session__panel ui-stack">
    ${message({
      kind: 'error',
      title,
      content: `${content} Nothing was sent.`,
      references: [{ label: 'For the supplier', value: refusal.detail ?? 'No detail was given.' }],
      takesFocus: true,
    })}
    ${action}
  </div>`;
}

const WITHOUT_HOST = {
  'set-up': [
    'e-Referral cannot start on this page',
    'It has not been set up as it must be. Tell your system supplier.',
  ],
  silent: [
    'Your clinical system does not answer',
    'Connect again, or open e-Referral again from the record. If it happens again, tell your system supplier.',
  ],
  ended: [
    'Your session in the clinical system has ended',
    'Sign in there, then open e-Referral again from the record.',
  ],
} as const;

export function connectingView(what: string, elapsedSeconds: number): TemplateResult {
  return html`<div class="session__panel">${loadingPart({ what, elapsedSeconds })}</div>`;
}

/** One of several, by its place. */
export interface Choice {
  chosen: number | undefined;
  missing: boolean;
  onChange: (index: number) => void;
  onContinue: () => void;
}

/** No role is chosen beforehand: it decides in whose name everything is done. */
export function roleView(
  { session, refusal, isSending }: StateOf<'choosing-role'>,
  choice: Choice & { onAgain: () => void },
): TemplateResult {
  const { chosen, missing, onChange, onContinue, onAgain } = choice;
  return html`<section class="session__panel ui-stack">
    <h2 class="ui-h2" tabindex="-1" data-focus-heading>In which role are you working?</h2>
    <p>
      ${session.user.name}, e-RS has ${session.roles.length} roles for you. Nothing is chosen for
      you.
    </p>
    ${refusal ? roleRefused(refusal, onAgain) : nothing}
    ${radios({
      id: 'role',
      label: 'Role',
      value: chosen === undefined ? undefined : String(chosen),
      error: missing ? 'Select a role' : undefined,
      options: session.roles.map((role, index) => ({
        value: String(index),
        label: roleName(role),
        hint: roleJob(role),
      })),
      onChange: (value) => onChange(Number(value)),
    })}
    <div>
      ${button({ label: 'Continue', kind: 'primary', busy: isSending && 'Telling e-RS…', onPress: onContinue })}
    </div>
    <div class="ui-hidden" role="alert">${missing ? 'Error: Select a role' : nothing}</div>
  </section>`;
}

/** A role that e-RS refused: the way on is to choose one below. */
function roleRefused(refusal: Refusal, again: () => void): TemplateResult {
  return refusal.problem
    ? problemPart({ problem: refusal.problem, safe: 'Nothing was sent.' })
    : refusalView(refusal, again);
}

const NO_PATIENT = {
  none: ['No patient is open', 'Open a patient’s record. The referral starts from there.'],
  'nhs-number-wrong': [
    'Stopped: the NHS number in this record is not a real one',
    'It does not pass the check that every NHS number passes. Nothing was sent. Correct the NHS number in the record, then open the referral again.',
  ],
  'birth-date-wrong': [
    'Stopped: the record has no date of birth that can be read',
    'Nothing was sent. Correct the date of birth in the record, then open the referral again.',
  ],
} as const;

export function noPatientView({ why }: StateOf<'no-patient'>): TemplateResult {
  const [title, content] = NO_PATIENT[why ?? 'none'];
  return html`<div class="session__panel">
    ${message({ kind: why ? 'error' : 'info', title, content, takesFocus: true })}
  </div>`;
}

export interface ConflictChoices {
  today: LocalDate;
  goBack: (() => void) | undefined;
  keepDraft: () => void;
  discardDraft: () => void;
}

/** The identity line of the former patient is the one thing of theirs that may still show. */
export function conflictView(state: StateOf<'conflict'>, choices: ConflictChoices): TemplateResult {
  const { former, next, undone } = state;
  const { today, goBack } = choices;
  const name = patientName(former.patient);
  return html`<section class="session__panel ui-stack">
    ${message({
      kind: 'error',
      title: 'A different patient’s record is open',
      content: html`${
        undone
          ? html`<strong>${undone}</strong>`
          : 'You have unsent work, or something is still on its way to e-RS.'
      }
      What has been sent cannot be stopped: its result is kept for ${name}. Their referral is hidden
      until you choose.`,
      takesFocus: true,
    })}
    <dl class="ui-facts ui-facts--rows">
      ${identity('Referral is for', former.patient, today)}
      ${next.patient ? identity('Record now open', next.patient, today) : nothing}
    </dl>
    <div class="session__choices">
      ${goBack ? button({ label: `Go back to ${name}`, onPress: goBack }) : nothing}
      ${waysOn(state, choices)}
    </div>
    <p class="ui-hint">
      ${
        state.hasDraft
          ? 'A draft keeps what you searched for and chose, and the files that are uploaded. '
          : 'Files that are uploaded are kept. '
      }
      Files that are still uploading, and a chosen slot, are not kept.
    </p>
    ${goBack ? nothing : html`<p class="ui-hint">To go back to ${name}, open their record again.</p>`}
  </section>`;
}

/** Words of a draft only where there is one: a referral that is made cannot be discarded here. */
function waysOn(
  { former, next, hasDraft }: StateOf<'conflict'>,
  { keepDraft, discardDraft }: ConflictChoices,
): TemplateResult {
  const name = patientName(former.patient);
  if (!hasDraft) {
    const label = next.patient
      ? `Go on with ${patientName(next.patient)}`
      : `Close the referral for ${name}`;
    return button({ id: 'go-on', label, onPress: keepDraft });
  }
  return html`${button({ label: `Save the draft for ${name} and close it`, onPress: keepDraft })}
  ${button({ label: 'Discard the draft', kind: 'danger', onPress: discardDraft })}`;
}

function identity(label: string, patient: Patient, today: LocalDate): TemplateResult {
  return html`<div class="ui-fact">
    <dt>${label}</dt>
    <dd>
      <strong>${patientName(patient)}</strong>
      <div class="ui-patient__line">${patientFacts(patient, today)}</div>
    </dd>
  </div>`;
}

/** Two windows with the same patient could send the same referral twice. */
export function elsewhereView(
  { takenAt }: StateOf<'open-elsewhere'>,
  workHere: () => void,
): TemplateResult {
  return html`<div class="session__panel ui-stack">
    ${message({
      kind: 'warn',
      title: takenAt
        ? `Another window took this patient over at ${ukTime(takenAt)}`
        : 'This patient is open in another window',
      content: takenAt
        ? html`You are working on them there now, so all of it is hidden here. What you searched for
            and chose here, and files that were uploaded, are kept as a draft. A file that was still
            uploading, and a chosen slot, are not. What was sent is not stopped.
            <p>
              Go on in that window, or take the patient back: what is kept shows here again, and the
              other window is hidden. Until then leave this window open: it may be the only one that
              has the draft.
            </p>`
        : 'You are working on them there, so nothing can be changed here. Go on in that window, or work here instead: the other window is then hidden, and its unsent work is kept as a draft.',
      takesFocus: true,
    })}
    <div>
      ${button({ label: takenAt ? 'Take the patient back' : 'Work here instead', onPress: workHere })}
    </div>
  </div>`;
}

const LOCKED = {
  logout: 'You logged out at',
  expired: 'Your session ended at',
  disconnected: 'The connection to your clinical system was lost at',
  'card-removed': 'The smartcard was taken out at',
} as const;

export function lockedView({ why, at }: StateOf<'locked'>): TemplateResult {
  return html`<section class="session__locked ui-stack">
    <h2 class="ui-h2" tabindex="-1" data-focus-heading>Locked</h2>
    <p>${LOCKED[why]} ${ukTime(at)}. All patient details are hidden.</p>
    <p>
      Sign in to your clinical system again to carry on. Unfinished work is kept for the same user
      while this page stays open. Anyone else starts afresh and cannot see it.
    </p>
    <p class="ui-hint">If a booking was under way, its result is checked first.</p>
  </section>`;
}

/** Above the work, which stays as it is. */
export function workNotices(
  { ended, notOpened }: StateOf<'ready' | 'listing'>,
  signInAgain: () => void,
): TemplateResult {
  return html`${ended ? endedView(ended, signInAgain) : nothing}
  ${notOpened ? recordNotOpened : nothing}`;
}

const recordNotOpened = html`<div class="session__panel">
  ${message({
    kind: 'error',
    title: 'Your clinical system did not open the record',
    content:
      'Nothing was changed and nothing was sent. Try again, or open the record there by its NHS number.',
  })}
</div>`;

/** Over a session that e-RS has ended: the work below stays as it is, with the one primary button. */
function endedView(ended: EndedSession, signInAgain: () => void): TemplateResult {
  const busy = ended.status === 'signing-in' ? 'Signing in…' : undefined;
  return html`<div class="session__panel ui-stack">
    ${message({
      kind: 'warn',
      title: 'Your e-RS session has ended',
      content:
        'What you typed and chose is still here. e-RS takes nothing and answers nothing until you sign in again.',
    })}
    ${
      ended.status === 'failed' && ended.refusal.problem
        ? problemPart({ problem: ended.refusal.problem })
        : nothing
    }
    <div>${button({ label: 'Sign in again', busy, onPress: signInAgain })}</div>
  </div>`;
}

/** Who acts, in which role and for whom: small, above every widget of the session. */
export function whoLine(session: ErsSession, { role, onBehalfOf }: Acting): TemplateResult {
  const { odsCode, name } = role.organisation;
  const whom = onBehalfOf && (onBehalfOf.name ?? `user ${onBehalfOf.sdsUserId}`);
  return html`<div class="session__who">
      <span>${session.user.name}</span
      ><span>${roleName(role)}</span> ${whom ? html`<span>Acting for ${whom}</span>` : nothing}<span
        >${name ?? odsCode}</span
      >
    </div>
    ${actsForProvider(role) && !session.onBehalfOf ? onlyTheHostKnows(whom) : nothing}`;
}

/** hscn.md §3: no call of e-RS lists them, and none takes one. */
function onlyTheHostKnows(whom: string | undefined): TemplateResult {
  return html`<p class="session__panel ui-hint">
    ${
      whom
        ? `Your clinical system says that you act for ${whom}.`
        : 'Your clinical system does not say for whom you act.'
    }
    Over this connection (HSCN) e-RS cannot be asked or told, so it cannot be changed here.
  </p>`;
}
