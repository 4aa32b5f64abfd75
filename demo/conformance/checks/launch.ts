import { failed, notOffered, passed, unless, within, type Check } from '../check.ts';
import { isNhsNumber } from '../nhs-number.ts';

const context: Check = {
  id: 'context-complete',
  must: 'The launch context names patient, user and organisation whole.',
  because: 'Widgets that do not know who the patient is cannot refer them, or refer another.',
  async run({ session, harness }) {
    const { patient, user, organisation, contextId, seq, issuedAt } = session.getContext();
    const [first] = harness.patients;
    const wrong = [
      !contextId && 'there is no contextId',
      !Number.isInteger(seq) && 'seq is no whole number',
      Number.isNaN(Date.parse(issuedAt)) && 'issuedAt is no moment',
      !/^\d{12}$/.test(user.id) && 'user.id is not the 12 digits of an SDS user',
      !organisation.odsCode && 'organisation.odsCode is missing',
      !patient && 'there is no patient',
      patient && !isNhsNumber(patient.nhsNumber) && 'the NHS number does not pass its check digit',
      patient &&
        patient.nhsNumber !== first.nhsNumber.replaceAll(' ', '') &&
        'it is another patient than the one opened',
      patient && patient.birthDate !== first.birthDate && 'the date of birth is another',
    ].filter(Boolean);
    return unless(
      wrong.join('; '),
      'All parts are there and agree with the record that was opened.',
    );
  },
};

const frozen: Check = {
  id: 'context-immutable',
  must: 'The context is a snapshot that nobody can change afterwards.',
  because: 'A context that changes under the widgets files work under the wrong patient.',
  async run({ session }) {
    const before = session.getContext();
    try {
      Object.assign(before, { contextId: 'changed' });
    } catch {
      return passed('An attempt to change it was refused.');
    }
    return unless(
      session.getContext().contextId === 'changed' && 'It could be changed from outside.',
      'A change of the copy did not reach the adapter.',
    );
  },
};

const ticket: Check = {
  id: 'ticket-once',
  must: 'Each launch ticket is a new one.',
  because:
    'A ticket is good for one session; one that is given twice locks a user out or lets another in.',
  async run({ session }) {
    if (!session.launchTicket) {
      return session.transport
        ? notOffered('The host carries the calls itself.')
        : failed('There is neither launchTicket nor transport: the widgets cannot reach e-RS.');
    }
    const one = await within(10_000, session.launchTicket());
    const other = await within(10_000, session.launchTicket());
    const wrong = [
      (!one || !other) && 'a ticket is empty',
      one === other && 'the same ticket was given twice',
      one.split('.').length === 3 && 'a ticket looks like a token: tokens must not reach the page',
    ].filter(Boolean);
    return unless(wrong.join('; '), 'Two tickets were given, and they differ.');
  },
};

export const launchChecks: readonly Check[] = [context, frozen, ticket];
