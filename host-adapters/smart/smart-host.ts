import { instantOf } from '../../src/domain/instant.ts';
import { checkSmartConfig } from '../../src/host/config.ts';
import type {
  HostAdapter,
  LaunchContext,
  SessionEnd,
  WriteBackResult,
} from '../../src/host/host-adapter.ts';
import { readLaunchContext } from '../../src/host/launch-context.ts';
import type { SmartConfig } from '../../src/host/smart-config.ts';
import { completeLaunch } from './complete-launch.ts';
import { fileInRecord, filingOf, type Filing } from './document-reference.ts';
import { readLaunchFacts, type LaunchFacts, type SmartLaunch } from './launch-facts.ts';
import { LaunchError } from './launch-problem.ts';
import { readPatient } from './launched-patient.ts';
import { readUser, type LaunchMapping } from './launched-user.ts';
import { askTicket } from './launch-ticket.ts';
import { createLife } from './launch-life.ts';
import { createRecordServer, type RecordServer } from './record-server.ts';
import { thisBrowser, type SmartBrowser } from './smart-browser.ts';
import { fetchSmartStyle, type SmartStyle } from './smart-style.ts';

export interface SmartHostOptions extends LaunchMapping {
  smart: SmartConfig;
  /**
   * How the proxy's one-use ticket comes from the deployer's own server: its address, asked by POST
   * for `{ ticket }`, or a function. SMART carries no CIS identity: the server has to know the user
   * by a sign-in of its own.
   */
  launchTicket: string | (() => Promise<string>);
  browser?: SmartBrowser | undefined;
}

/** A record system that opened the page by SMART App Launch: one patient, until the page goes. */
export interface SmartHost extends HostAdapter {
  /** Hints of the record system for the page. */
  readonly launch: SmartLaunch;
  /** Its look, as tokens: `applySmartStyle(session, host.style)`. */
  readonly style: SmartStyle;
  /** Files something of a referral in the patient's record. Never rejects. */
  fileInRecord(filing: Filing): Promise<WriteBackResult>;
  /** The page is done with the record: the token is deleted and the widgets lock. */
  end(why: SessionEnd): void;
}

/**
 * For the page that the sign-in returns to: changes the code for a token, which lives in memory
 * alone, and reads patient, user and organisation from the record system. Rejects with
 * `ConfigError` or `LaunchError`.
 */
export async function createSmartHost(options: SmartHostOptions): Promise<SmartHost> {
  const { browser = thisBrowser } = options;
  const config = checkSmartConfig(options.smart);
  const { base, response } = await completeLaunch(config, browser);
  const { fetch } = browser;
  const facts = readLaunchFacts(response, { clientId: config.clientId, now: browser.now() });
  const server = createRecordServer({ base, accessToken: facts.accessToken, fetch });
  try {
    const [context, style] = await Promise.all([
      readContext({ facts, server, options, now: browser.now() }),
      fetchSmartStyle(facts.styleUrl, fetch),
    ]);
    const ticket = () => askTicket(options.launchTicket, fetch);
    return openHost({ facts, server, context, style, ticket, now: () => browser.now() });
  } catch (error) {
    server.forget();
    throw error;
  }
}

interface Launched {
  facts: LaunchFacts;
  server: RecordServer;
  options: SmartHostOptions;
  now: number;
}

async function readContext({ facts, server, options, now }: Launched): Promise<LaunchContext> {
  const [patient, who] = await Promise.all([
    server.read(`Patient/${facts.patientId}`),
    readUser(facts, options, server),
  ]);
  if (!patient) throw new LaunchError('no-patient');
  return readLaunchContext(
    { ...who, patient: readPatient(patient), needPatientBanner: facts.launch.needPatientBanner },
    { contextId: crypto.randomUUID(), seq: 1, issuedAt: instantOf(now) },
  );
}

interface OpenHost extends Pick<Launched, 'facts' | 'server'> {
  context: LaunchContext;
  style: SmartStyle;
  ticket: () => Promise<string>;
  now: () => number;
}

function openHost({ facts, server, context, style, ticket, now }: OpenHost): SmartHost {
  const life = createLife(server);
  const file = (filing: Filing): Promise<WriteBackResult> =>
    fileInRecord(filing, { facts, server, now: () => instantOf(now()) });
  return {
    id: 'smart',
    protocol: '1',
    launch: facts.launch,
    style,
    fileInRecord: file,
    end: life.end,
    async connect() {
      const { onSessionEnd, disconnect } = life.join();
      return {
        getContext: () => context,
        // SMART tells of no change: another patient is another launch.
        onContextChange: () => () => undefined,
        onSessionEnd,
        launchTicket: ticket,
        writeBack: (request) => file(filingOf(request)),
        disconnect,
      };
    },
  };
}
