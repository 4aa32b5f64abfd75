/** What narrows a provider's worklist. All of it holds at once; without any it is the whole list. */
export interface WorklistFilter {
  serviceId?: string | undefined;
  /** Code of SPECIALTY. */
  specialty?: string | undefined;
  /** ODS code of a service's location. */
  location?: string | undefined;
  /** 12-digit SDS user id of the named clinician; or only what has nobody assigned. */
  clinician?: { sdsUserId: string } | 'NOT_ASSIGNED' | undefined;
}
