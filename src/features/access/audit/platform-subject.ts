import type { AuditSubject } from '../ports.js';

/** The platform itself, where nobody asked it to. */
export const platformSubject: AuditSubject = { subject: 'allgrid', role: 'PLATFORM', department: null };
