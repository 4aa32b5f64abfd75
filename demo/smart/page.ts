import {
  applySmartStyle,
  createSmartHost,
  showLaunchProblem,
  type SmartHost,
} from '../../entries/host-adapters/smart.ts';
import '../../entries/index.ts';
import { clockStartingAt } from '../../entries/widgets/session.ts';
import { appConfig } from './app-config.ts';

// Where the record system's sign-in returns to: the widgets in the patient's context.

const FILED = {
  accepted: 'It is filed in the record.',
  queued: 'The record will file it.',
  rejected: 'It is not filed in the record: the record did not take it. File it yourself.',
  unsupported: 'It is not filed in the record: it takes no documents from here. File it yourself.',
} as const;

// The lists of a provider are not among them: of one patient's launch there is no way to another.
const WIDGETS = {
  referring: ['ers-referral-builder'],
  reviewing: ['ers-referral-record', 'ers-advice-thread'],
} as const;

const main = document.getElementById('main') ?? document.body;

async function open(): Promise<void> {
  const { ers, organisation, now, desk } = await appConfig();
  const host = await createSmartHost({
    smart: ers.smart,
    organisation,
    launchTicket: '/launch-ticket',
  });
  const session = document.createElement('ers-session');
  session.append(...WIDGETS[desk].map((tag) => document.createElement(tag)));
  applySmartStyle(session, host.style);
  session.clock = clockStartingAt(now);
  session.config = { ...ers, banner: host.launch.needPatientBanner ? 'always' : 'host' };
  session.host = host;
  session.addEventListener('ers-referral-created', ({ detail }) => void file(host, detail.ubrn));
  window.addEventListener('beforeunload', (event) => {
    if (session.hasUnsavedInput()) event.preventDefault();
  });
  main.replaceChildren(session);
}

/** The referral is made, whatever the record says to the note of it. */
async function file(host: SmartHost, ubrn: string): Promise<void> {
  const title = 'e-Referral: referral created';
  const content = `Referral created in e-RS. UBRN ${ubrn}.`;
  const { status } = await host.fileInRecord({ ubrn, title, content });
  const place = document.getElementById('filed');
  if (place) place.textContent = `The referral is created. ${FILED[status]}`;
}

await open().catch((error: unknown) => showLaunchProblem(error, main));
