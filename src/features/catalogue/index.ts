export { type Admission, type AdmissionStanding, admissionStandings } from './admission.js';
export type { AnsweringOrganisation, DispatchProposal, ProposedOrganisation, UnclearReason, WhistleProposal } from './dispatch-proposal.js';
export type { GoverningLists } from './ports.js';
