import type { SwitchName } from '../core/switches.ts';
import { openDesks, versionOf } from './desks.ts';
import type { Caller, Parameter } from './hscn-caller.ts';
import {
  book,
  coding,
  create,
  createBody,
  criteria,
  defer,
  freeSlots,
  identified,
  letter,
  link,
  newUbrn,
  read,
  search,
  searchBody,
  sessionCall,
  shortlist,
  slots,
  snomed,
  upload,
} from './hscn-caller.ts';
import type { Json } from './json.ts';
import type { Note } from './provider-traffic.ts';
import { providerTraffic } from './provider-traffic.ts';

/** Bodies of successful answers, by interaction. */
export type Seen = Map<string, Json[]>;

const everyCriterion: Parameter[] = criteria([
  snomed('49436004'),
  identified('namedClinician', '021600551011'),
  { name: 'postcode', valueString: 'NM3 8RB' },
  { name: 'distanceLimit', valueUnsignedInt: 25 },
  { name: 'indicativeAppointmentWaitTimeLimit', valueUnsignedInt: 30 },
  coding(
    'commissioningProvisioning',
    'eRS-CommissioningProvisioning-1',
    'ALL_AVAILABLE_FOR_BOOKING',
  ),
]);

function noteInto(seen: Seen): Note {
  return (interaction, answer) => {
    if (answer.status < 300 && answer.headers.get('Content-Type')?.includes('json')) {
      seen.set(interaction, [...(seen.get(interaction) ?? []), answer.body]);
    }
    return answer;
  };
}

async function lookAround(caller: Caller, note: Note): Promise<void> {
  const { simulator } = caller;
  const body = { token: 'DEMO-SMARTCARD-TOKEN-1' };
  const opened = note('A001', await sessionCall(simulator, '/ProfessionalSession', { body }));
  const key: string = opened.body.id;
  const permission = { businessFunction: 'REFERRING_CLINICIAN', orgIdentifier: 'Y99001' };
  const chosen = await sessionCall(simulator, `/ProfessionalSession/${key}`, {
    method: 'PUT',
    body: { ...body, permission },
    headers: { HTTP_X_SESSION_KEY: key },
  });
  note('A002', chosen);
  for (const type of [
    'SPECIALTY',
    'CLINIC-TYPE',
    'PRIORITY',
    'APPOINTMENT-CANCELLATION-REASON',
    'APPOINTMENT-NON-ATTENDANCE-REASON',
    'REFERRAL-CANCELLATION-REASON',
  ]) {
    note('A004', await caller.call(`/CodeSystem/${type}`));
  }
  for (const wanted of [
    criteria(),
    everyCriterion,
    criteria([{ name: 'indicativeAppointmentWaitTimeLimit', valueUnsignedInt: 0 }]),
    criteria([identified('namedClinician', '021600551011')], ['specialty', 'clinicType']),
    criteria([snomed('9014002')], ['specialty', 'clinicType']),
    criteria([coding('clinicType', 'eRS-ClinicType-1', 'NO_SUCH_TYPE')]),
  ]) {
    note('A010', await search(caller, searchBody(wanted)));
  }
  note('A015', await slots(caller, { _count: '5' }));
  note('A015', await slots(caller, { _count: '5', page: '2' }));
  note('A015', await slots(caller, { 'schedule.actor:Practitioner': '021600551011' }));
  note('A015', await slots(caller, { 'schedule.actor:HealthcareService': '70005' }));
}

async function referAndLetter(caller: Caller, note: Note): Promise<string> {
  const created = await create(
    caller,
    createBody(['70002'], [{ name: 'shortlist', resource: shortlist(['70002'], everyCriterion) }]),
  );
  const ubrn: string = note('A011', created).body.id;
  note('A005', await read(caller, ubrn));
  const first = (await upload(caller, { ubrn })).headers.get('Location') ?? '';
  const second =
    (await upload(caller, { ubrn, name: 'ecg.png', type: 'image/png' })).headers.get('Location') ??
    '';
  const one = await link(caller, { ubrn, version: 3, letters: [letter(first, 'Letter')] });
  const version = Number(note('A012', one).body.meta.versionId);
  note('A012', await link(caller, { ubrn, version, letters: [letter(first), letter(second)] }));
  note('A005', await read(caller, ubrn));
  return ubrn;
}

async function bookWith(
  caller: Caller,
  { named, ubrn }: { named: boolean; ubrn: string },
  note: Note,
): Promise<void> {
  const free = await freeSlots(caller);
  const slot = free.find((one) => one.schedule.reference.includes('-') === named);
  const version = Number((await read(caller, ubrn)).body.meta.versionId);
  const booked = note('A016', await book(caller, { ubrn, version, slot }));
  if (booked.status !== 201) throw new Error(`Not booked: ${booked.diagnostics}`);
  note('A005', await read(caller, ubrn));
  const url = (await upload(caller, { ubrn, name: 'late.pdf' })).headers.get('Location') ?? '';
  note(
    'A012',
    await link(caller, { ubrn, version: versionOf(caller, ubrn), letters: [letter(url)] }),
  );
}

async function deferOne(caller: Caller, note: Note): Promise<void> {
  const ubrn = await newUbrn(caller);
  const appointment = { ubrn, version: 3, serviceId: '70005' };
  const reason = { reason: 'NO_SLOTS_AT_SERVICE', comment: 'Prefers mornings' };
  const deferred = note('A016', await defer(caller, appointment, reason));
  if (deferred.status !== 201) throw new Error(`Not deferred: ${deferred.diagnostics}`);
  note('A005', await read(caller, ubrn));
  const url = (await upload(caller, { ubrn })).headers.get('Location') ?? '';
  note(
    'A012',
    await link(caller, { ubrn, version: versionOf(caller, ubrn), letters: [letter(url)] }),
  );
  note('A005', await read(caller, ubrn));
  await caller.control('actions/change-referral', { ubrn, change: 'cancel-referral' });
  note('A005', await read(caller, ubrn));
}

/** Drives every interaction through its kinds of answer, with some switches turned off. */
export async function broadTraffic(off: readonly SwitchName[]): Promise<Seen> {
  const desks = await openDesks('hscn');
  const caller = desks.referrer;
  for (const name of off) desks.simulator.core.switches[name] = false;
  const seen: Seen = new Map();
  const note = noteInto(seen);
  await lookAround(caller, note);
  await bookWith(caller, { named: true, ubrn: await referAndLetter(caller, note) }, note);
  await bookWith(caller, { named: false, ubrn: await newUbrn(caller) }, note);
  await deferOne(caller, note);
  await providerTraffic(desks, note);
  return seen;
}
