export { createErsClient } from '../src/ers/client.ts';
export type { ErsClient, ErsClientPorts } from '../src/ers/client.ts';
export { createProxyTransport } from '../src/ers/proxy-transport.ts';
export { createDialectTransport } from '../src/ers/dialect-transport.ts';
