/** What a dialect accepts as a file. Data, so that a page can say it before anything is sent. */
export interface FileLimits {
  /** Bytes. */
  maxSize: number;
  /** Characters, with the extension. */
  maxNameLength: number;
  /** Media type → extensions without the dot. */
  types: Readonly<Record<string, readonly string[]>>;
}
