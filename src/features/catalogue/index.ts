export { type Admission, type AdmissionStanding, admissionStandings } from './admission.js';
export type { ArrivalTerms, CatalogueWriter, FormItemArrival, ListLineArrival } from './arrivals.js';
export type { AnsweringOrganisation, DispatchProposal, ProposedOrganisation, UnclearReason, WhistleProposal } from './dispatch-proposal.js';
export { type FilledForm, fillForm, type ReportedFacts } from './forms/fill-form.js';
export type { OfficeForms } from './forms/forms.js';
export { commonFields } from './forms/office-form.js';
export { asksForPerson } from './forms/personal-items.js';
export { type ListKind, listKinds } from './list.js';
export type { AskedOfLists, GoverningLists, Ruling } from './ports.js';
