import type { Desks } from '../desks.ts';
import { operate, versionOf } from '../desks.ts';
import type { Answer, Caller, Parameter } from '../hscn-caller.ts';
import {
  book,
  criteria,
  defer,
  firstSlot,
  logIn,
  newUbrn,
  search,
  searchBody,
} from '../hscn-caller.ts';
import { signIn } from '../platform-caller.ts';

/** A request that e-RS answers with the code under which it stands. */
export type Ask = (desks: Desks) => Promise<Answer>;
export type Asks = Readonly<Record<string, Ask>>;

interface Who {
  number: number;
  businessFunction: string;
  orgIdentifier: string;
}

/** Another user at the same e-RS, through the dialect of the desks. */
export function another({ simulator, referrer }: Desks, who: Who): Promise<Caller> {
  const { number, ...role } = who;
  return referrer.dialect === 'hscn'
    ? logIn({ simulator, token: `DEMO-SMARTCARD-TOKEN-${number}`, ...role })
    : Promise.resolve(signIn({ simulator, token: `DEMO-CIS2-TOKEN-${number}`, ...role }));
}

/** The referrer's own admin, who has to name the clinician for whom a search is. */
export const searchingFor =
  (referringClinician: Parameter): Ask =>
  async (desks) => {
    const admin = { number: 1, businessFunction: 'REFERRING_CLINICIAN_ADMIN' };
    const caller = await another(desks, { ...admin, orgIdentifier: 'Y99001' });
    return search(caller, searchBody(criteria(), [referringClinician]));
  };

export const searching =
  (criteria: Parameter[], extra: Parameter[] = []): Ask =>
  ({ referrer }) =>
    search(referrer, searchBody(criteria, extra));

export function patientNamed({ simulator }: Desks, family: string): Parameter {
  const all = [...simulator.core.directory.patients.values()];
  const value = all.find((one) => one.family === family)?.nhsNumber;
  return {
    name: 'patient',
    valueIdentifier: { system: 'http://fhir.nhs.net/Id/nhs-number', value },
  };
}

/** Books the first slot of a new referral, after something has happened to either. */
export const bookingAfter =
  (happen: (desks: Desks, at: { ubrn: string; slotId: string }) => Promise<unknown>): Ask =>
  async (desks) => {
    const { referrer } = desks;
    const ubrn = await newUbrn(referrer);
    const slot = await firstSlot(referrer);
    await happen(desks, { ubrn, slotId: slot.id });
    return book(referrer, { ubrn, version: 3, slot });
  };

export const underFault = (fault: object): Ask =>
  bookingAfter(({ referrer }) => referrer.control('faults', { operation: 'A016', ...fault }));

/** Defers a new referral, with its first slot if that matters. */
export const deferring =
  (reason: string, { serviceId = '70002', naming = false } = {}): Ask =>
  async ({ referrer }) => {
    const ubrn = await newUbrn(referrer);
    const slot = naming ? await firstSlot(referrer) : undefined;
    return defer(referrer, { ubrn, version: 3, serviceId, slot }, { reason });
  };

/** An operation of the provider on a referral at some stage. */
export const reviewing =
  (stage: (desks: Desks) => Promise<string>, operation: { name: string; body?: unknown }): Ask =>
  async (desks) => {
    const ubrn = await stage(desks);
    const version = versionOf(desks.provider, ubrn);
    return operate(desks.provider, 'ReferralRequest', { ubrn, version, ...operation });
  };
