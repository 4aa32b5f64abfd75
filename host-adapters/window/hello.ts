import * as v from 'valibot';
import { Text } from './wire-values.ts';

// What the two windows say to each other before there is a port. Nothing of a patient is in it.

/** Of the messages and the method map; another one is refused at both ends. */
export const PROTOCOL = '1';

/** How long both sides wait for each other before they say so. */
export const HANDSHAKE_MS = 5_000;

/** Frame to host: I am here. Sent again until it is answered. */
export const Hello = v.object({ ers: v.literal('hello'), protocol: Text, nonce: Text });

/** Host to frame, with the port; or why there is none. */
export const HelloAnswer = v.variant('ers', [
  v.object({ ers: v.literal('welcome'), protocol: Text, nonce: Text }),
  v.object({
    ers: v.literal('refused'),
    protocol: Text,
    nonce: Text,
    code: v.literal('version-mismatch'),
  }),
]);

/** An origin that can be told from every other: `"null"`, `"*"` and anything with a path are none. */
export function isConcreteOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, protocol } = new URL(text);
  return origin === text && (protocol === 'https:' || protocol === 'http:');
}
