export { createInPageHost } from './host-adapters/in-page.ts';
export { mountErsFrame } from '../host-adapters/window/mount-frame.ts';
