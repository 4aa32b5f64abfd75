import { HostError } from '../../src/host/host-adapter.ts';

type Words = readonly [code: HostError['code'], title: string, text: string, next: string];

const FROM_RECORD = 'Open e-Referral again from the patient’s record.';
const SUPPLIER = 'Tell your system supplier.';
const CORRECT = 'Correct the record, then open e-Referral again from it.';

/** What stops a launch: code, title, text, next step. Nothing was sent to e-RS in any of them. */
const PROBLEMS = {
  'not-launched': [
    'context-missing',
    'e-Referral was not opened from a record',
    'The address of this page names no record system, or names one twice.',
    FROM_RECORD,
  ],
  'other-server': [
    'origin-refused',
    'This record system may not open e-Referral',
    'It is not on the list of those that may. It was not contacted.',
    SUPPLIER,
  ],
  'storage-blocked': [
    'storage-blocked',
    'This browser does not let e-Referral sign in here',
    'Storage is blocked for pages that stand inside another one.',
    'Open e-Referral in a window of its own.',
  ],
  'no-pkce': [
    'unsupported',
    'The record system cannot sign e-Referral in safely',
    'It does not offer proof of the sign-in (PKCE with S256).',
    SUPPLIER,
  ],
  'no-answer': [
    'handshake-timeout',
    'The record system did not answer',
    'e-Referral asked it who is signed in and for which patient.',
    FROM_RECORD,
  ],
  refused: [
    'origin-refused',
    'The record system did not let e-Referral in',
    'It refused the sign-in.',
    `${FROM_RECORD} If it happens again, tell your system supplier.`,
  ],
  'loaded-again': [
    'session-ended',
    'This page was loaded again, or opened by itself',
    'The sign-in of the record system works once and is not kept on this computer.',
    FROM_RECORD,
  ],
  'used-up': [
    'session-ended',
    'This opening of e-Referral is used up',
    'It works once, for a few minutes, in the window in which it was started.',
    FROM_RECORD,
  ],
  'no-patient': [
    'context-missing',
    'No patient is open',
    'The record system named no patient, or one that it did not give.',
    FROM_RECORD,
  ],
  'no-nhs-number': [
    'context-missing',
    'Stopped: this record has no NHS number',
    'e-RS knows patients by their NHS number.',
    CORRECT,
  ],
  'two-nhs-numbers': [
    'context-missing',
    'Stopped: this record has more than one NHS number',
    'We do not choose one of them.',
    CORRECT,
  ],
  'no-user': [
    'context-missing',
    'The record system did not say who you are',
    'It named no user with an NHS user id of 12 digits.',
    SUPPLIER,
  ],
  'no-organisation': [
    'context-missing',
    'The record system did not say for whom you work',
    'It named no organisation with an ODS code.',
    SUPPLIER,
  ],
  ended: [
    'session-ended',
    'This opening of e-Referral has ended',
    'The sign-in of the record system was given back.',
    FROM_RECORD,
  ],
} satisfies Record<string, Words>;

export type LaunchProblem = keyof typeof PROBLEMS;

/** Why a launch stopped, in words for the user. Holds no token and nothing of a patient. */
export class LaunchError extends HostError {
  readonly title: string;
  readonly text: string;
  readonly next: string;

  constructor(
    readonly reason: LaunchProblem,
    /** `storage-blocked`: the same launch for a window of its own. It has not been used yet. */
    readonly popOut?: string,
  ) {
    const [code, title, text, next] = PROBLEMS[reason];
    super(code, `${title}. ${text} ${next}`);
    this.title = title;
    this.text = text;
    this.next = next;
  }
}

/**
 * Says in `place` why a launch stopped, and offers a window of its own where that helps. Anything
 * that is no `LaunchError` is a fault of the page and told as such, without its details.
 */
export function showLaunchProblem(error: unknown, place: HTMLElement): void {
  const known = error instanceof LaunchError ? error : undefined;
  const section = place.ownerDocument.createElement('section');
  section.setAttribute('role', 'alert');
  const add = <Tag extends 'h1' | 'p' | 'a'>(
    tag: Tag,
    text: string,
  ): HTMLElementTagNameMap[Tag] => {
    const made = place.ownerDocument.createElement(tag);
    made.textContent = text;
    section.append(made);
    return made;
  };
  add('h1', known?.title ?? 'e-Referral cannot start on this page');
  add('p', known?.text ?? 'It has not been set up as it must be.');
  add('p', `Nothing was sent. ${known?.next ?? SUPPLIER}`);
  if (known?.popOut) {
    const link = add('a', 'Open e-Referral in a new window');
    link.href = known.popOut;
    link.target = '_blank';
    link.rel = 'noopener';
  }
  place.replaceChildren(section);
}
