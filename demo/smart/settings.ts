import type { RecordOwner } from '../record-system/record-system.ts';

/** What the demonstration is told when it starts: JSON in `SMART_CONFIG`. */
export interface Settings {
  /** Port of the record system: its pages, authorisation server and FHIR endpoint. */
  recordPort: number;
  /** Port of the page that the record system opens. */
  appPort: number;
  /** Base of the proxy as the page sees it. */
  proxyBase: string;
  /** Shared secret of the page's server at the proxy. */
  hostSecret: string;
  /** The user's: of the smartcard over HSCN, of CIS2 on the API platform. */
  token: string;
  userName: string;
  /** Base of the simulator, for the demo's own records. */
  simulatorBase: string;
  /** Whose record system it is; the practice's unless told. */
  owner?: RecordOwner;
  /** What the app is for: to refer a patient, unless told. */
  desk?: 'referring' | 'reviewing';
  /** Origins of other record systems whose pages may frame the app. */
  alsoFramedBy?: string[];
  /** FHIR bases of other record systems that may launch the app, for its one organisation. */
  alsoLaunchedBy?: string[];
}

/** The app's registration with the record system. */
export const CLIENT_ID = 'castlegate-e-referral';
