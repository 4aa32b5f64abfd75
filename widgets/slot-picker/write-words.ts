import type { BookWrite } from '../../src/flows/book-slot.ts';

/** What each way of getting a referral on its way is called. */
interface WriteWords {
  /** While it is on its way. */
  going: string;
  what: string;
  mayStill: string;
  underWay: string;
  /** `We do not know yet if …`. */
  doubt: string;
  /** `e-RS shows nothing …`. */
  done: string;
  /** `Do not … again`. */
  again: string;
  nothing: string;
  elsewhere: string;
  /** What sends it. */
  button: string;
  retry: string;
}

export const WRITE_WORDS: Readonly<Record<BookWrite, WriteWords>> = {
  booking: {
    going: 'Booking in progress',
    what: 'What is being booked',
    mayStill: 'It may still book.',
    underWay: 'A booking is still in progress',
    doubt: 'appointment is booked',
    done: 'booked',
    again: 'book',
    nothing: 'Nothing is booked',
    elsewhere: 'Do not book this slot anywhere else.',
    button: 'Book this appointment',
    retry: 'Try this slot again',
  },
  deferral: {
    going: 'Deferring in progress',
    what: 'What is being deferred',
    mayStill: 'It may still defer.',
    underWay: 'A deferral is still in progress',
    doubt: 'referral is deferred',
    done: 'deferred',
    again: 'defer',
    nothing: 'Nothing is deferred',
    elsewhere: 'Do not book or defer it anywhere else.',
    button: 'Defer to provider',
    retry: 'Try to defer again',
  },
  triage: {
    going: 'Sending for triage in progress',
    what: 'What is being sent for triage',
    mayStill: 'It may still be sent.',
    underWay: 'A request for triage is still in progress',
    doubt: 'referral is sent for triage',
    done: 'sent for triage',
    again: 'send it',
    nothing: 'Nothing is sent for triage',
    elsewhere: 'Do not book it or send it anywhere else.',
    button: 'Send for triage',
    retry: 'Try to send it again',
  },
};
