import type { LocalDate } from './instant.ts';
import type { NhsNumber } from './nhs-number.ts';

export interface PersonName {
  family: string;
  given?: string | undefined;
  title?: string | undefined;
}

/** The patient as the host's record has them. e-RS itself gives no names and no birth dates. */
export interface Patient {
  nhsNumber: NhsNumber;
  birthDate: LocalDate;
  name?: PersonName | undefined;
  /** As recorded in the host; words, not codes. */
  gender?: string | undefined;
  postcode?: string | undefined;
  deceased?: { date?: LocalDate | undefined } | undefined;
  /** True when the host has checked the record against the national one. */
  verified: boolean;
}
