/** A documented e-RS answer that is not success. `field` is the name the caller used on the wire. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly field: string | undefined,
    readonly why: string,
  ) {
    super(field ? `'${field}' ${why}` : why);
  }
}

export function refuse(code: string, field: string | undefined, why: string): never {
  throw new Refusal(code, field, why);
}
