import type { Service } from '../core/model.ts';
import type { Site } from './organisations.ts';
import { serviceSites } from './organisations.ts';

function siteNamed(name: string): Site {
  const site = serviceSites.find((candidate) => candidate.name === name);
  if (!site) throw new Error(`Seed has no site ${name}`);
  return site;
}

type Facts = Omit<Service, 'siteOdsCode' | 'providerOdsCode' | 'location' | 'postcode'>;

function serviceAt(siteName: string, facts: Facts): Service {
  const site = siteNamed(siteName);
  return {
    ...facts,
    siteOdsCode: site.odsCode,
    providerOdsCode: site.providerOdsCode,
    location: site.location,
    postcode: site.postcode,
  };
}

const arrhythmia = {
  specialty: 'CARDIOLOGY',
  clinicType: 'ARRHYTHMIA',
  givesAdvice: false,
  appointmentType: 'FIRST_OUTPATIENT',
  sexTreated: 'MALE_AND_FEMALE',
  commissioning: 'LOCAL',
  displayProminently: false,
} as const;

/** The arrhythmia services that the design shows, and one that has no slot to offer. */
export const namedServices: readonly Service[] = [
  serviceAt('Eastgate Health Centre', {
    ...arrhythmia,
    id: '70001',
    name: 'Community Cardiology Clinic, Eastgate Health Centre',
    phone: '03069 990101',
    booking: 'DBS',
    ageTreated: { low: 18, high: 120 },
    letterRequired: true,
    indicativeWait: 6,
    exclusions: 'Under 18. Known structural heart disease. Implanted device.',
    suggestedInvestigations: '12-lead ECG, TFT',
    conditionsTreated: 'Palpitations, ectopic beats, stable atrial fibrillation',
    priorities: ['ROUTINE', 'URGENT'],
    clinicians: ['021600551066'],
    publishesSlots: true,
  }),
  serviceAt('Northmoor General Hospital', {
    ...arrhythmia,
    id: '70002',
    name: 'Arrhythmia Clinic, Cardiology, Northmoor General Hospital',
    phone: '03069 990102',
    booking: 'DBS',
    ageTreated: { low: 16, high: 120 },
    letterRequired: true,
    indicativeWait: 11,
    referrerAlert: 'Attach the 12-lead ECG. Referrals without an ECG tracing are returned.',
    exclusions:
      'Under 16. Blackout during exercise: send to the emergency department the same day. Pacemaker problems: use the device clinic.',
    suggestedInvestigations:
      '12-lead ECG within 6 weeks, FBC, U&E, TFT. 24-hour tape if available.',
    conditionsTreated: 'Palpitations, atrial fibrillation, SVT, ectopic beats',
    priorities: ['ROUTINE', 'URGENT', 'TWO_WEEK_WAIT'],
    clinicians: ['021600551011', '021600551022'],
    publishesSlots: true,
  }),
  serviceAt("St Brannoc's Hospital", {
    ...arrhythmia,
    id: '70003',
    name: "Cardiology Referral Assessment Service, St Brannoc's Hospital",
    phone: '03069 990103',
    booking: 'TRIAGE',
    ageTreated: { low: 16, high: 120 },
    letterRequired: true,
    indicativeWait: 'NOT_APPLICABLE',
    referrerAlert: 'Say in the letter whether the patient drives for work.',
    exclusions: 'Suspected endocarditis: phone the on-call team.',
    suggestedInvestigations: '12-lead ECG, FBC, U&E, BNP',
    conditionsTreated: 'All non-urgent and urgent cardiology',
    priorities: ['ROUTINE', 'URGENT', 'TWO_WEEK_WAIT'],
    clinicians: [],
    publishesSlots: false,
  }),
  serviceAt('Harbour Independent Hospital', {
    ...arrhythmia,
    id: '70004',
    name: 'Cardiology Outpatients, Harbour Independent Hospital',
    phone: '03069 990104',
    booking: 'IBS',
    ageTreated: { low: 18, high: 120 },
    letterRequired: false,
    indicativeWait: 'LIMITED_AVAILABILITY',
    exclusions: 'BMI over 45. ASA grade 3 and above.',
    suggestedInvestigations: '12-lead ECG',
    conditionsTreated: 'Palpitations, chest pain, valve disease',
    priorities: ['ROUTINE', 'URGENT'],
    clinicians: ['021600551126'],
    publishesSlots: false,
  }),
  serviceAt('Westbrook Hospital', {
    ...arrhythmia,
    id: '70005',
    name: 'Palpitations Clinic, Westbrook Hospital',
    phone: '03069 990105',
    booking: 'DBS',
    letterRequired: false,
    indicativeWait: 58,
    priorities: ['ROUTINE', 'URGENT'],
    clinicians: [],
    publishesSlots: false,
  }),
];
