import { unsafeCSS, type CSSResult } from 'lit';
import sheet from './sheets/all.scss?inline';

/** Made once and adopted by every widget's shadow root; a page that is printed takes its text. */
export const sharedSheet: CSSResult = unsafeCSS(sheet);
