/** What the product promises, and the faults that it is tried with. */
export interface Promised {
  id: string;
  says: string;
  /** Why it is not kept yet. Absent: tests hold it. */
  notYet?: string;
}

export const PROMISES: readonly Promised[] = [
  { id: 'P1', says: 'Nothing makes a second referral by itself' },
  { id: 'P2', says: '"Sent" and "booked" are said only with proof from e-RS' },
  { id: 'P3', says: 'A create without a known end stays in sight and blocks another' },
  {
    id: 'P4',
    says: 'A crash loses a second of typing at most, or it was said that nothing is kept',
  },
  { id: 'P5', says: 'Nothing of one patient shows under another' },
  { id: 'P6', says: 'The proxy refuses a write for another patient than the one that is open' },
  { id: 'P7', says: 'No error, conflict or expiry loses what was typed' },
  { id: 'P8', says: 'Nothing is sent again on top of a newer version unasked' },
  { id: 'P9', says: 'No attached file goes without somebody taking it off' },
  { id: 'P10', says: 'A slow provider ends in a booking or in the truth about it' },
  { id: 'P11', says: 'A failure is never an empty list' },
  { id: 'P12', says: 'A smartcard that is out locks at once' },
  { id: 'P13', says: 'Every press is answered at once, every wait in words' },
  { id: 'P14', says: 'Session key, token and ASID never reach a browser' },
  { id: 'P15', says: 'No patient in addresses, logs, referrers or events' },
  { id: 'P16', says: 'Drafts at rest open only in a live session of their user' },
  { id: 'P17', says: 'Text of e-RS never runs' },
  { id: 'P18', says: 'Only the bound host window is heard' },
  { id: 'P19', says: 'The proxy reaches only the routes of its table' },
  { id: 'P20', says: 'The rate that e-RS allows is kept, and its 429 honoured' },
  { id: 'P21', says: 'The proxy adds little time', notYet: 'not measured under load' },
  { id: 'P22', says: 'Reads go on while bookings hang', notYet: 'not measured under load' },
  { id: 'P23', says: 'An upgrade keeps drafts' },
  { id: 'P24', says: 'Each operation leaves an audit row, and one that was taken out shows' },
];

export const FAULTS: readonly Promised[] = [
  { id: 'F1', says: 'The network is gone before a write leaves' },
  { id: 'F2', says: 'The answer is lost after e-RS has acted' },
  { id: 'F3', says: 'e-RS acts after the answer was given up' },
  { id: 'F4', says: 'The answer breaks off, or names no UBRN' },
  { id: 'F5', says: '409: a newer version' },
  { id: 'F6', says: '412: a precondition does not hold' },
  { id: 'F7', says: '423: locked' },
  { id: 'F8', says: 'A page of slots that is there no more' },
  { id: 'F9', says: '422 on a field' },
  { id: 'F10', says: 'A patient with whom e-RS will not work' },
  { id: 'F11', says: '429, with and without a time to wait' },
  { id: 'F12', says: '500, 502, 503, 504' },
  { id: 'F13', says: 'Trouble in the system of the provider' },
  { id: 'F14', says: 'The disk is full' },
  { id: 'F15', says: 'The browser keeps nothing' },
  { id: 'F16', says: 'The store is deleted or stuck' },
  { id: 'F17', says: 'The session ends half-way' },
  { id: 'F18', says: 'The smartcard is taken out' },
  { id: 'F19', says: 'The page crashes' },
  { id: 'F20', says: 'Two windows on one patient' },
  { id: 'F21', says: 'Another patient is opened half-way' },
  { id: 'F22', says: 'Another patient is opened while a write is on its way' },
  { id: 'F23', says: 'The clock of the computer is wrong' },
  { id: 'F24', says: 'A slow line' },
  { id: 'F25', says: 'A provider that takes two minutes' },
  { id: 'F26', says: 'Files that are empty or too big' },
  { id: 'F27', says: 'An upload breaks off' },
  { id: 'F28', says: 'Two people change the files of one referral' },
  { id: 'F29', says: 'Files that are scanned, or unsafe' },
  { id: 'F30', says: 'Twenty presses' },
  { id: 'F31', says: 'A host that fails or is silent' },
  { id: 'F32', says: 'The host takes the widget out of the page' },
  { id: 'F33', says: 'A port that returns, or is replayed' },
  { id: 'F34', says: 'Drafts of an older and of a newer version' },
];
