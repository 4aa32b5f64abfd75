import {
  createInPageHost,
  type InPageHost,
  type InPageHostOptions,
} from '../../../entries/host-adapters/in-page.ts';
import type { ErsConfig, HostAdapter } from '../../../entries/host.ts';
import type { Harness, HarnessPatient } from '../harness.ts';

/** What an adapter can have wrong with it, for proving that its check names it. */
export type Fault = (adapter: HostAdapter) => HostAdapter;

export interface InPageHarnessOptions {
  host: string;
  patients: readonly [HarnessPatient, HarnessPatient];
  user: { id: string; name?: string };
  organisation: { odsCode: string; name?: string };
  config: ErsConfig;
  offers: Omit<InPageHostOptions, 'context' | 'writeBack' | 'openPatient'>;
  fault?: Fault | undefined;
}

/** A host of our own in the page; that of a supplier looks like this. */
export function inPageHarness(options: InPageHarnessOptions): Harness {
  const { host: product, patients, user, organisation, config, offers, fault } = options;
  let host: InPageHost | undefined;
  let refuses = false;
  let conflicts = 0;
  const contextOf = (patient?: HarnessPatient) => ({ user, organisation, ...recordOf(patient) });
  const show = async (patient: HarnessPatient | undefined): Promise<void> => {
    const replies = (await host?.setContext(contextOf(patient))) ?? [];
    conflicts += replies.filter(({ status }) => status === 'conflict').length;
  };
  return {
    host: product,
    adapterVersion: '0.1.0',
    patients,
    config,
    async launch() {
      refuses = false;
      host = createInPageHost({
        ...offers,
        context: contextOf(patients[0]),
        writeBack: async () => ({ status: refuses ? 'rejected' : 'accepted' }),
        openPatient: (number) => show(patients.find(({ nhsNumber }) => nhsNumber === number)),
      });
      return fault ? fault(host) : host;
    },
    openPatient: show,
    closePatient: () => show(undefined),
    async logOut() {
      host?.endSession('logout');
    },
    async refuseWriteBack() {
      refuses = true;
    },
    conflictsSeen: () => conflicts,
  };
}

function recordOf(
  patient: HarnessPatient | undefined,
): Pick<InPageHostOptions['context'], 'patient'> {
  return patient ? { patient: { ...patient, name: { family: patient.familyName } } } : {};
}
