export interface PartialAnswer {
  status: number;
  /** Content-Length promises the whole. */
  headers: Record<string, string>;
  bytes: Uint8Array;
}

/** The connection is to be closed without an answer, or in the middle of one. */
export class ConnectionDropped extends Error {
  constructor(readonly partial?: PartialAnswer) {
    super('The simulator dropped the connection.');
  }
}
