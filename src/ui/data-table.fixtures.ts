import { html } from 'lit';
import { button } from './button.ts';
import { dataTable } from './data-table.ts';
import type { FixtureSet } from './fixture.ts';
import { textTag } from './text-tag.ts';

const onPress = (): void => {};

export const fixtureSet: FixtureSet = {
  title: 'Tables',
  fixtures: {
    'checks before a referral': () =>
      dataTable({
        caption: 'Check before you create',
        columns: ['Check', 'Result', 'What we found'],
        rows: [
          {
            cells: [
              'Open referrals',
              textTag({ kind: 'strong', label: 'Look at this' }),
              html`<strong>1 open referral for this patient at the same specialty.</strong>
                Cardiology, Heart failure, made Wed 02-Sep-2026.`,
            ],
          },
          {
            cells: [
              'Age and sex limits',
              'Within all 3',
              'Age 58, recorded gender Female. All 3 services treat patients of this age.',
            ],
          },
        ],
      }),
    'files with actions': () =>
      dataTable({
        caption: 'Files for this referral',
        hideCaption: true,
        columns: ['File', 'Size', 'State', ''],
        rows: [
          {
            cells: [
              'Referral letter 16-Oct-2026.pdf',
              '212 KB',
              'Uploaded 10:43. Not attached yet',
              button({ kind: 'link', label: 'Leave out', about: 'Referral letter', onPress }),
            ],
          },
          {
            cells: [
              '24-hour tape report with a very long name that nobody shortened.tif',
              '4.6 MB',
              html`<strong>Not uploaded.</strong> The connection was lost at 10:43.`,
              button({ kind: 'link', label: 'Try again', about: '24-hour tape', onPress }),
            ],
          },
        ],
      }),
  },
};
