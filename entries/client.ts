export { createErsClient } from '../src/ers/client.ts';
export type { ErsClient } from '../src/ers/client.ts';
export type { ErsClientPorts } from '../src/ers/open-client.ts';
export { createProxyTransport } from '../src/ers/proxy-transport.ts';
export { createDialectTransport } from '../src/ers/dialect-transport.ts';
