/** What a person may do next, where several problems have the same way out. */

export const DESK = 'Phone your local service desk and give them the reference below.';
export const LATER = `Try again in a few minutes. If it still fails, phone your local service desk and give them the reference below.`;
export const CHANGE = 'Change it and try again. What you typed is still here.';
export const SHORTEN = 'Make it shorter. What you typed is still here.';
export const SERVICES = 'Search again and choose from the services that e-RS offers now.';
export const FILE = 'Leave this file out, or choose another copy of it.';
export const REFERRAL = 'Check the UBRN, or open the referral in the e-RS application.';
export const LOOK = 'Load the referral again and look at what it says now.';
export const ROLE = 'Choose another role, or ask somebody who has the right to do this.';
