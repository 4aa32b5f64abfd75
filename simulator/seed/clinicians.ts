import type { Clinician } from '../core/model.ts';
import { cell, rows } from './rows.ts';

const referrers = rows(`
  021600550204|FENWICK, Ruth (Dr)|Y99001
  021600550531|ABERNATHY, Joel (Dr)|Y99001
  021600550642|MUKHERJEE, Priyanka (Dr)|Y99001
  021600550428|SIDDIQUI, Amina (Dr)|Y99002
  021600550753|TOLLIVER, Ben (Dr)|Y99002
  021600550864|RUSHWORTH, Denise (Dr)|Y99001|inactive
`);

const providers = rows(`
  021600551011|OKONKWO, Chidi (Dr)|XN1
  021600551022|HALVORSEN, Ingrid (Dr)|XN1
  021600551033|PELHAM, Marcus (Mr)|XN1
  021600551044|RAJAGOPAL, Lakshmi (Dr)|XN1
  021600551055|STROUD, Catherine (Miss)|XN1
  021600551066|WETHERBY, Alan (Dr)|XE1
  021600551077|NWOSU, Grace (Dr)|XE1
  021600551088|TREMAYNE, Piers (Mr)|XC1
  021600551099|BOGDANOVIC, Mila (Dr)|XC1
  021600551104|CARRUTHERS, Fiona (Dr)|XC1
  021600551115|HARGOBIND, Jasleen (Dr)|XC1
  021600551126|LINDQVIST, Erik (Mr)|XH1
  021600551137|MONTAGUE, Clarissa (Miss)|XH1
  021600551148|OBERMEYER, Klaus (Dr)|XW1
  021600551159|PETTIGREW, Sian (Dr)|XW1
  021600551160|QURESHI, Imran (Mr)|XW1
  021600551171|ROWBOTTOM, Edgar (Dr)|XD1
  021600551182|SUTCLIFFE, Marian (Dr)|XD1
  021600551193|THORNBURY, Neil (Dr)|XU1
  021600551208|UGWU, Blessing (Dr)|XU1
  021600551219|VILLANUEVA, Rosa (Miss)|XU1
  021600551220|WOODHEAD, Simon (Mr)|XU1
  021600551231|YEO, Wei Ting (Dr)|XK1
  021600551242|ZAPATA, Hector (Mr)|XK1
  021600551253|ELSWORTH, Noel (Dr)|XK1|inactive
`);

function clinicianOf(row: readonly string[], kind: Clinician['kind']): Clinician {
  return {
    sdsUserId: cell(row, 0),
    name: cell(row, 1),
    kind,
    odsCode: cell(row, 2),
    ...(row[3] === 'inactive' && { inactive: true as const }),
  };
}

/** People who refer or run clinics; synthetic. */
export const clinicians: readonly Clinician[] = [
  ...referrers.map((row) => clinicianOf(row, 'referrer')),
  ...providers.map((row) => clinicianOf(row, 'provider')),
];
