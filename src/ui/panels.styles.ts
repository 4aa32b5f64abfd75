export { sharedSheet as panelStyles } from './sheet.ts';
