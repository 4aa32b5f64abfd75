import { createSmartHost, type SmartHost } from '../../../entries/host-adapters/smart.ts';
import { appConfig, type AppConfig } from '../../smart/app-config.ts';
import type { Harness, HarnessPatient } from '../harness.ts';
import type { Fault } from './in-page.ts';

interface Launched {
  host: SmartHost;
  config: AppConfig;
}

let launched: Promise<Launched> | undefined;

/** The launch that opened this page. Its code is soon too old: call it as the page loads. */
export function launchHere(): Promise<Launched> {
  launched ??= complete();
  return launched;
}

async function complete(): Promise<Launched> {
  const config = await appConfig();
  const { ers, organisation } = config;
  const options = { smart: ers.smart, organisation, launchTicket: '/launch-ticket' };
  return { host: await createSmartHost(options), config };
}

/** Castlegate Records opened this page for its first patient: see the README. */
export async function smartHarness(fault?: Fault): Promise<Harness> {
  const { host, config } = await launchHere();
  let refuses = false;
  return {
    host: 'Castlegate Records, the demo, which launches by SMART',
    adapterVersion: '0.1.0',
    patients: await patientsOfRecord(),
    config: config.ers,
    oneLaunch: true,
    async launch() {
      if (refuses) await answerFilingWith(201);
      refuses = false;
      return fault ? fault(host) : host;
    },
    async logOut() {
      host.end('logout');
    },
    async refuseWriteBack() {
      refuses = true;
      await answerFilingWith(500);
    },
  };
}

async function patientsOfRecord(): Promise<[HarnessPatient, HarnessPatient]> {
  const answer = await fetch('./patients');
  if (!answer.ok) throw new Error(`./patients answered ${answer.status}`);
  return (await answer.json()) as [HarnessPatient, HarnessPatient];
}

/** By the app's server: the record system lets no page of another origin do it. */
async function answerFilingWith(status: number): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ status });
  const answer = await fetch('./filing', { method: 'PUT', headers, body });
  if (!answer.ok) throw new Error(`./filing answered ${answer.status}`);
}
