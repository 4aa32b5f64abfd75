import '../../../entries/index.ts';
import type { ErsSession } from '../../../entries/widgets/session.ts';
import { failed, unless, type Bench, type Check } from '../check.ts';
import { until } from '../until.ts';
import { wordsIn } from '../words.ts';

interface Staged {
  session: ErsSession;
  words(): string;
  /** Without what the session says of a conflict, which may name the former patient. */
  inside(): string;
  press(label: string): boolean;
}

/** The referral builder, launched anew for the first patient, in a role if one must be chosen. */
async function staged({ stage, harness }: Bench): Promise<Staged> {
  const session = document.createElement('ers-session');
  const builder = document.createElement('ers-referral-builder');
  session.config = { ...harness.config, banner: 'always' };
  session.host = await harness.launch();
  session.append(builder);
  stage.replaceChildren(session);
  const words = (): string => wordsIn(session);
  const press = (label: string): boolean => pressIn(session, label) || pressIn(builder, label);
  await until(() => /In which role|Search for services|cannot|not /.test(words()), 20_000);
  const [firstRole] = session.shadowRoot?.querySelectorAll<HTMLInputElement>('[name=role]') ?? [];
  firstRole?.click();
  if (firstRole) press('Continue');
  await until(() => words().includes('Search for services'), 20_000);
  return { session, words, inside: () => wordsIn(builder), press };
}

function pressIn(element: Element, label: string): boolean {
  const buttons = [...(element.shadowRoot?.querySelectorAll('button') ?? [])];
  const button = buttons.find(({ textContent }) => textContent.trim().startsWith(label));
  button?.click();
  return button !== undefined;
}

const TYPED = 'ZZ9 9ZZ';

async function type({ session }: Staged): Promise<void> {
  const builder = session.querySelector('ers-referral-builder');
  const field = builder?.shadowRoot?.querySelector<HTMLInputElement>('#postcode');
  if (!field) throw new Error('The builder shows no field for the postcode.');
  field.value = TYPED;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await until(() => session.hasUnsavedInput(), 2_000);
}

const starts: Check = {
  id: 'widgets-start',
  must: 'The widgets start for the patient who is open.',
  because: 'It is what the host is for.',
  async run(bench) {
    const { words } = await staged(bench);
    const [first] = bench.harness.patients;
    return unless(
      !words().includes(first.familyName.toUpperCase()) &&
        'They started, but do not name the patient.',
      'They started, and name the patient.',
    );
  },
};

const unsaved: Check = {
  id: 'unsaved-input-safe',
  must: 'With unsaved input another patient hides it, asks, and brings it back to its own patient.',
  because: 'Text that is lost or that shows under another patient harms both.',
  changesPatient: true,
  async run(bench) {
    const stage = await staged(bench);
    await type(stage);
    await bench.drive('open-second');
    const isAsked = (): boolean => stage.words().includes('A different patient’s record is open');
    if (!(await until(isAsked, 2_000)))
      return failed('Nobody was asked what to do with the input.');
    if (stage.words().includes(TYPED)) return failed('The input was still there.');
    if (!stage.press('Save the draft')) return failed('It could not be kept as a draft.');
    await until(() => stage.words().includes('Search for services'), 10_000);
    if (stage.words().includes(TYPED)) return failed('It shows under the other patient.');
    await bench.drive('open-first');
    const isBack = await until(() => stage.words().includes(TYPED), 10_000);
    return unless(
      !isBack && 'It did not come back with its patient.',
      'It was hidden, kept and back.',
    );
  },
};

const late: Check = {
  id: 'late-answer-dropped',
  must: 'An answer for the former patient that comes late shows nowhere.',
  because: 'It is one patient’s data on another’s record.',
  changesPatient: true,
  async run(bench) {
    const { proxyBase } = bench.harness.config;
    const undo = onCalls(proxyBase, async (answer) => {
      await bench.wait(1_500);
      return answer();
    });
    const { inside } = await staged(bench).finally(undo);
    const [first] = bench.harness.patients;
    await bench.drive('open-second');
    await bench.wait(2_500);
    return unless(
      inside().replaceAll(' ', '').includes(first.nhsNumber.replaceAll(' ', '')) &&
        'The former patient’s NHS number is there.',
      'Answers came a second and a half late, and nothing of the former patient shows.',
    );
  },
};

const ersEnds: Check = {
  id: 'ers-session-ended',
  must: 'When e-RS ends its session, input stays, and signing in again needs nothing but the host.',
  because: 'Smartcard sessions end in mid-work; work must not end with them.',
  async run(bench) {
    const { proxyBase } = bench.harness.config;
    const undo = onCalls(proxyBase, async () => new Response(null, { status: 401 }));
    const stage = await staged(bench);
    const has = (): boolean => stage.words().includes('Your e-RS session has ended');
    const isSaid = await until(has, 5_000);
    undo();
    if (!isSaid) return failed('Nobody was told that the session had ended.');
    await type(stage);
    stage.press('Sign in again');
    const isOver = await until(() => !has(), 10_000);
    if (!stage.words().includes(TYPED)) return failed('The input was gone.');
    return unless(
      !isOver && 'Signing in again failed.',
      'The input stayed; signing in again worked.',
    );
  },
};

/** What becomes of the calls of e-RS until it is undone. */
function onCalls(
  proxyBase: string,
  become: (answer: () => Promise<Response>) => Promise<Response>,
): () => void {
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const answer = (): Promise<Response> => real(input, init);
    return url.startsWith(`${proxyBase}/operations/`) ? become(answer) : answer();
  };
  return () => {
    globalThis.fetch = real;
  };
}

const blanked: Check = {
  id: 'log-out-blanks',
  must: 'Logging out takes every patient detail off the screen.',
  because: 'The next person at the computer must not see it.',
  async run(bench) {
    const { words } = await staged(bench);
    await bench.drive('log-out');
    const isLocked = await until(() => words().includes('Locked'), 1_000);
    const [first] = bench.harness.patients;
    const left = words().includes(first.familyName.toUpperCase());
    return unless(
      (!isLocked && 'The widgets were not locked within a second.') ||
        (left && 'The patient’s name was still there.'),
      'They are locked and name nobody.',
    );
  },
};

export const widgetChecks: readonly Check[] = [starts, unsaved, late, ersEnds, blanked];
