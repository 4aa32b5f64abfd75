import type { NhsNumber } from './nhs-number.ts';
import type { Ubrn } from './ubrn.ts';

/** What a UBRN names: a referral, a request for advice or, once converted, one of each. */
export interface RequestIdentity {
  ubrn: Ubrn;
  /** e-RS's own id, `r.<uuid>` or `a.<uuid>`. */
  id: string;
  kind: 'referral' | 'advice';
  patient: NhsNumber;
}
