import type { Patient } from '../core/model.ts';
import { grid } from './postcodes.ts';
import { cell, rows } from './rows.ts';
import type { SeedSize } from './sizes.ts';

/** The ten digits of a 999-range NHS number, check digit by Modulus 11; undefined if it has none. */
function nhsNumberFrom(nine: string): string | undefined {
  const sum = Array.from(nine).reduce(
    (total, digit, place) => total + Number(digit) * (10 - place),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? undefined : `${nine}${check}`;
}

function numbersFrom(first: number, count: number, stride = 137): string[] {
  const numbers: string[] = [];
  for (let nine = first; numbers.length < count; nine += stride) {
    const number = nhsNumberFrom(String(nine));
    if (number) numbers.push(number);
  }
  return numbers;
}

const named = rows(`
  9990123454|HARGREAVES-OYELARAN|Josephine|Mrs|female|1968-03-14|NM3 8RB
  9990348715|ASHWORTH|Colin|Mr|male|1951-11-02|NM2 4JS
`);

const others = rows(`
  BALDERSTONE|Aileen|Ms|female|1979-06-21|NM1 3TA
  CHUKWUEMEKA|Ifeanyi|Mr|male|1990-02-28|NM3 1LR
  DALRYMPLE|Hester|Mrs|female|1944-12-09|NM2 6UE
  ELLINGHAM|Rupert|Mr|male|2009-07-30|NM4 2QB
  FEATHERSTONE|Mabel|Miss|female|2016-01-05|NM3 5DW
  GRZYBOWSKI|Tomasz|Mr|male|1983-09-17|NM5 7HG
  HOLLINGBERY|Sunita|Dr|female|1972-04-11|NM6 8NP
  IDOWU|Folake|Mrs|female|1995-10-23|BK1 2RS
  JESSAMY|Leroy|Mr|male|1960-08-08|BK2 3TF
  KHATTAK|Zarmina|Mrs|female|1987-05-19|NM3 9XX
  LOCKWOOD|Edith|Mrs|female|1933-02-02|NM1 1AA
  MACALLISTER|Fergus|Mr|male|1975-11-27|DV1 8YB
  NGUYEN|Thi Lan|Ms|female|1999-03-03|NM4 4EE
  O'SHAUGHNESSY|Declan|Mr|male|1966-07-12|NM2 2CC
  PAPADOPOULOS|Eleni|Mrs|female|1957-01-30|HT1 5VV
  QUARSHIE|Kwabena|Mr|male|2001-12-31|NM3 3KK
  RATHBONE|Winifred|Mrs|female|1948-06-06|NM5 1SS
  SANDHU|Gurpreet|Mr|male|1981-08-24|BK3 7GG
  TREVELYAN|Morwenna|Ms|female|1992-04-29|NM6 3MM
  UDDIN|Shah|Mr|male|1955-09-01|NM1 8DD
  VANTERPOOL|Celia|Mrs|female|1970-10-10|NM2 9ZZ
  WHITTAKER|George|Mr|male|1939-05-15|NM3 6PP
  XU|Meilin|Ms|female|1988-02-14|NM4 9TT
  YARWOOD|Phyllis|Mrs|female|1942-11-11|DV2 4HH
  ZIELINSKA|Agnieszka|Mrs|female|1978-12-25|NM3 2WW
  ADEBAYO-SMYTHE|Oluwaseun|Mr|male|1963-03-22|HT2 6LL
  BRACEGIRDLE|Norman|Mr|male|1946-07-07|WB1 7JJ
  CASTELLANOS|Inez|Ms|female|1985-01-18|NM1 5FF
  DHALIWAL|Harjit|Mrs|female|1953-06-16|NM5 5QQ
  EDDERSHAW|Oscar|Master|male|2020-04-04|NM3 7BB
  FOTHERGILL|Bernard|Mr|male|1928-09-29|NM2 7RR
  GALBRAITH|Iona|Miss|female|2006-02-11|NM6 6VV
  HASELDINE|Vivian|Mx|female|1997-08-13|NM4 1NN
  IBRAHIM|Yusuf|Mr|male|1969-05-26|BK1 4CC
  JANKOWSKI|Marek|Mr|male|1974-10-04|NM3 4SS
  KINGSLEY-OKORO|Adaeze|Mrs|female|1982-12-12|NM1 9HH
  LLEWELLYN|Gwenllian|Mrs|female|1950-03-01|KS1 2DD
  MARCHBANKS|Stanley|Mr|male|1936-01-19|NM2 1GG
  NAKAMURA|Keiko|Ms|female|1993-07-21|NM4 6KK
  OSTROWSKI|Jan|Mr|male|1959-11-05|NM5 9LL
`);

// No check digit of 10 and no repeat of the two named numbers: serials from 999 020 000 on.
const numbers = numbersFrom(999_020_000, others.length);

/** How PDS and the practice list answer for these: e-RS then refuses the patient. */
const flags: Readonly<Record<string, 'sensitive' | 'no-gp-practice'>> = {
  'KINGSLEY-OKORO': 'sensitive',
  MARCHBANKS: 'no-gp-practice',
};

function patientOf(row: readonly string[]): Patient {
  const [nhsNumber, family, given, title] = [
    cell(row, 0),
    cell(row, 1),
    cell(row, 2),
    cell(row, 3),
  ];
  const gender = cell(row, 4) === 'male' ? 'male' : 'female';
  const flag = flags[family];
  return {
    nhsNumber,
    birthDate: cell(row, 5),
    gender,
    postcode: cell(row, 6),
    family,
    given,
    title,
    ...(flag && { flag }),
  };
}

/** Synthetic people. The names are for the demo host: e-RS never returns a patient's name. */
const patients: readonly Patient[] = [
  ...named,
  ...others.map((row, index) => [numbers[index] ?? '', ...row]),
].map(patientOf);

const further: Readonly<Record<SeedSize, number>> = { small: 0, practice: 200, trust: 6_000 };
const outwardCodes = Object.keys(grid).filter((code) => /^(NM|BK|DV|HT)/.test(code));

/** Family and given names of two of the listed people, met anew. */
function generatedPatient(nhsNumber: string, place: number): Patient {
  const pickRow = (number: number): readonly string[] => others[number % others.length] ?? [];
  const [family, given] = [pickRow(place * 7 + 3), pickRow(place * 11 + Math.floor(place / 40))];
  const born = new Date(Date.UTC(1930 + ((place * 29) % 92), place % 12, 1 + (place % 28)));
  const letters = 'ABDEFGHJLNPQRSTUWXYZ';
  const letter = (number: number): string => letters.charAt(number % letters.length);
  const outward = outwardCodes[place % outwardCodes.length] ?? 'NM3';
  return {
    nhsNumber,
    birthDate: born.toISOString().slice(0, 10),
    gender: cell(given, 3) === 'male' ? 'male' : 'female',
    postcode: `${outward} ${place % 10}${letter(place)}${letter(place * 3 + 1)}`,
    family: cell(family, 0),
    given: cell(given, 1),
    title: cell(given, 2),
  };
}

// No serial of those above, which end below 999 100 000.
const FIRST_FURTHER_SERIAL = 999_100_000;

export function buildPatients(size: SeedSize): readonly Patient[] {
  const numbers = numbersFrom(FIRST_FURTHER_SERIAL, further[size], 127);
  return [...patients, ...numbers.map(generatedPatient)];
}
