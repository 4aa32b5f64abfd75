import type { Organisation } from '../core/model.ts';
import { cell, rows } from './rows.ts';
import type { SeedSize } from './sizes.ts';

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

/** Only in the largest seed: most of them belong to the trust whose lists are long. */
const manySites = rows(`
  XN102|Northmoor Eye Unit|XN1|Northmoor|NM4 7QX
  XN103|Northmoor Women's Unit|XN1|Northmoor|NM4 7QY
  XN104|Fairlight Treatment Centre|XN1|Northmoor|NM2 8LB
  XN105|Kingsmead Community Hospital|XN1|Northmoor|NM5 2DR
  XN106|Northmoor Heart Centre|XN1|Northmoor|NM4 7QZ
  XN107|Stonebeck Day Hospital|XN1|Northmoor|NM6 1JA
  XN108|Northmoor Diagnostic Hub|XN1|Northmoor|NM1 4RH
  XN109|Highfield Rehabilitation Unit|XN1|Northmoor|NM3 9SG
  XN110|Northmoor Dermatology Unit|XN1|Northmoor|NM4 7QW
  XN111|Lowbridge Outpatients|XN1|Northmoor|NM5 6TE
  XC103|Brannoc Eye Hospital|XC1|Brannoc|BK2 7HP
  XC104|Seacliff Outpatients|XC1|Brannoc|BK3 1YD
  XU103|Hatherby Children's Hospital|XU1|Hatherby|HT1 9BC
  XU104|Hatherby Orthopaedic Centre|XU1|Hatherby|HT2 5GN
  XU105|Mill Lane Outpatients|XU1|Hatherby|HT1 3KF
  XW103|Westbrook Day Surgery|XW1|Westbrook|WB1 8RT
  XD102|Denvale Outpatients|XD1|Denvale|DV2 6NE
  XK102|Kestrel Bay Outpatients|XK1|Kestrel Bay|KS2 3AV
`);

export interface Site {
  odsCode: string;
  name: string;
  providerOdsCode: string;
  location: string;
  postcode: string;
}

const providerNames = new Map(providers.map((provider) => [provider.odsCode, provider.name]));

/** `location` is what e-RS shows of where a service is. */
const siteOf = (row: readonly string[]): Site => ({
  odsCode: cell(row, 0),
  name: cell(row, 1),
  providerOdsCode: cell(row, 2),
  location: `${providerNames.get(cell(row, 2))}, ${cell(row, 3)} ${cell(row, 4)}`,
  postcode: cell(row, 4),
});

/** Where services are, whatever the size. */
export const serviceSites: readonly Site[] = sites.map(siteOf);

/** Where the many services of the largest seed are besides. */
export const furtherSites: readonly Site[] = manySites.map(siteOf);

export function buildOrganisations(size: SeedSize): Organisation[] {
  const housed = size === 'trust' ? [...serviceSites, ...furtherSites] : serviceSites;
  return [
    ...practices,
    ...providers,
    ...housed.map(({ odsCode, name, providerOdsCode, postcode }): Organisation => ({
      odsCode,
      name,
      kind: 'site',
      providerOdsCode,
      postcode,
    })),
    {
      odsCode: 'XZ101',
      name: 'Fellside Infirmary',
      kind: 'site',
      postcode: 'DV2 1AA',
      closed: true,
    },
  ];
}
