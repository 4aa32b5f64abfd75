import type { TemplateResult } from 'lit';

/**
 * Named situations of one part or widget. They are what the gallery shows, what axe reads and what
 * is photographed: a new situation is tested by existing. A `*.fixtures.ts` file exports one of
 * these as `fixtureSet`.
 */
export interface FixtureSet {
  title: string;
  fixtures: Record<string, () => TemplateResult>;
  /** Registers the tags that the fixtures use. */
  define?: () => void;
}
