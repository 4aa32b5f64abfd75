import type { Rule } from './route-table.ts';

export const get = (path: string): Rule => ({ method: 'GET', path });
export const post = (path: string): Rule => ({ method: 'POST', path });

/** Of a referral or an advice request in a version that was read. */
export const change = (path: string): Rule => ({ ...post(path), ifMatch: true });

/** A document that e-RS makes: a POST without a body. */
export const pdf = (path: string): Rule => ({ ...post(path), body: 'none', accept: '*/*' });
