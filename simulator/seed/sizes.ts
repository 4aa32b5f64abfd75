/** How much there is at the start: nothing yet, a practice's desk, a large trust's lists. */
export const seedSizes = ['small', 'practice', 'trust'] as const;
export type SeedSize = (typeof seedSizes)[number];
