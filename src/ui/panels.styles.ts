import { sharedSheet } from './sheet.ts';

export const panelStyles = sharedSheet;
