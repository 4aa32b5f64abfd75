/** What the ids of e-RS look like, as they are sent. */

export const UBRN = /^\d{12}$/;
export const VERSION = /^\d{1,9}$/;
/** Of a service, an appointment or anything else that e-RS numbers. */
export const NUMBERED_ID = /^\d{1,18}$/;
/** Of a concept. */
export const CODE = /^\S+$/;
export const SDS_USER_ID = /^\d{12}$/;
export const ODS_CODE = /^[A-Za-z0-9]{1,12}$/;
/** Modulus 11 is for the domain. */
export const NHS_NUMBER = /^\d{10}$/;
/** Of a stored file: a UUID, or `att-<n>-<n>` (interactions.md §4). */
export const FILE_ID = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;
export const STORED_FILE = /^Binary\/[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;
/** Of a slot, as FHIR has ids. */
export const FHIR_ID = /^[A-Za-z0-9.-]{1,64}$/;
