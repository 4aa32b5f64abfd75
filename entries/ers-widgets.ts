export { createInPageHost } from './host-adapters/in-page.ts';
export { defineErsElements } from './index.ts';
