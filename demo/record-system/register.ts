/** A referral as the record has it: what the widgets told last, never what e-RS holds now. */
export interface FiledReferral {
  ubrn: string;
  /** When the record heard of it first. */
  filedAt: Date;
  state: string;
  /** When the record heard of that state. */
  stateAt: Date;
}

/** A letter that the widgets handed over for filing. */
export interface FiledLetter {
  name: string;
  filedAt: Date;
  bytes: Blob;
}

/** Where the referrals of each record outlive the page; the browser's storage of this tab is one. */
type KeptPage = Pick<Storage, 'getItem' | 'setItem'>;

const KEPT_AS = 'demo referrals';

function keptReferrals(kept: KeptPage | undefined): Map<string, FiledReferral[]> {
  const revived = JSON.parse(kept?.getItem(KEPT_AS) ?? '[]', (name, value: unknown) =>
    name.endsWith('At') ? new Date(String(value)) : value,
  ) as [string, FiledReferral[]][];
  return new Map(revived);
}

/** Referrals and letters of every record of this page. A real host has its own database. */
export function createRegister(now: () => Date, kept?: KeptPage) {
  const referrals = keptReferrals(kept);
  const keep = (): void => kept?.setItem(KEPT_AS, JSON.stringify([...referrals]));
  const letters = new Map<string, FiledLetter[]>();

  function referralsOf(recordId: string): readonly FiledReferral[] {
    return referrals.get(recordId) ?? [];
  }

  function lettersOf(recordId: string): readonly FiledLetter[] {
    return letters.get(recordId) ?? [];
  }

  return {
    referralsOf,
    lettersOf,
    fileReferral(recordId: string, ubrn: string): void {
      const filed = referralsOf(recordId);
      if (filed.some((referral) => referral.ubrn === ubrn)) return;
      const at = now();
      const added = { ubrn, filedAt: at, state: 'Not booked', stateAt: at };
      referrals.set(recordId, [...filed, added]);
      keep();
    },
    /** The news may come when another record is open: the UBRN says whose it is. */
    changeState(ubrn: string, state: string): void {
      for (const [recordId, filed] of referrals) {
        const changed = filed.map((referral) =>
          referral.ubrn === ubrn ? { ...referral, state, stateAt: now() } : referral,
        );
        referrals.set(recordId, changed);
      }
      keep();
    },
    fileLetter(recordId: string, letter: Pick<FiledLetter, 'name' | 'bytes'>): void {
      letters.set(recordId, [...lettersOf(recordId), { ...letter, filedAt: now() }]);
    },
  };
}
