import type { Organisation } from '../core/model.ts';
import { cell, rows } from './rows.ts';

const practices: Organisation[] = [
  { odsCode: 'Y99001', name: 'Ashdown Surgery', kind: 'practice', postcode: 'NM3 8QA' },
  { odsCode: 'Y99002', name: 'Larkhill Medical Practice', kind: 'practice', postcode: 'BK2 1DD' },
  {
    odsCode: 'Y99003',
    name: 'Old Mill Surgery',
    kind: 'practice',
    postcode: 'DV1 5TT',
    closed: true,
  },
];

const providers = rows(`
  XE1|Eastgate Community Care
  XN1|Northmoor NHS Foundation Trust
  XC1|Coastal Hospitals NHS Trust
  XH1|Harbour Health Ltd
  XW1|Westbrook and District NHS Trust
  XD1|Denvale Community Hospitals
  XU1|Hatherby University Hospitals NHS Foundation Trust
  XK1|Kestrel Bay Specialist Hospitals NHS Trust
`).map((row): Organisation => ({ odsCode: cell(row, 0), name: cell(row, 1), kind: 'provider' }));

const sites = rows(`
  XE101|Eastgate Health Centre|XE1|Northmoor|NM1 2PD
  XN101|Northmoor General Hospital|XN1|Northmoor|NM4 7QT
  XC101|St Brannoc's Hospital|XC1|Brannoc|BK2 5LL
  XH101|Harbour Independent Hospital|XH1|Brannoc|BK1 9TA
  XW101|Westbrook Hospital|XW1|Westbrook|WB1 4HN
  XD101|Denvale Cottage Hospital|XD1|Denvale|DV1 3KE
  XU101|Hatherby Royal Infirmary|XU1|Hatherby|HT1 6AA
  XU102|Hatherby Diagnostic Centre|XU1|Hatherby|HT2 2RF
  XK101|Kestrel Bay Hospital|XK1|Kestrel Bay|KS1 1XJ
  XE102|Moorside Medical Centre|XE1|Northmoor|NM5 3WB
  XC102|Brannoc Community Hospital|XC1|Brannoc|BK3 6NE
  XW102|Westbrook Treatment Centre|XW1|Westbrook|WB2 9LP
`);

export interface Site {
  odsCode: string;
  name: string;
  providerOdsCode: string;
  location: string;
  postcode: string;
}

const providerNames = new Map(providers.map((provider) => [provider.odsCode, provider.name]));

/** Where services are; `location` is what e-RS shows of it. */
export const serviceSites: readonly Site[] = sites.map((row) => ({
  odsCode: cell(row, 0),
  name: cell(row, 1),
  providerOdsCode: cell(row, 2),
  location: `${providerNames.get(cell(row, 2))}, ${cell(row, 3)} ${cell(row, 4)}`,
  postcode: cell(row, 4),
}));

export const organisations: readonly Organisation[] = [
  ...practices,
  ...providers,
  ...serviceSites.map(({ odsCode, name, providerOdsCode, postcode }): Organisation => ({
    odsCode,
    name,
    kind: 'site',
    providerOdsCode,
    postcode,
  })),
  { odsCode: 'XZ101', name: 'Fellside Infirmary', kind: 'site', postcode: 'DV2 1AA', closed: true },
];
