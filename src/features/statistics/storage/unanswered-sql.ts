/** Matters that were supervised without an answer, or ever urged. */
export const calledFor = `
  select matter_id from matter_supervision where answered_at is null
   union
  select matter_id from matter_transition where step = 'urgeMatter'`;

/** Whether one of them is open and still waits: for the answer, or for any step but being urged and supervised again. */
export const isWaiting = `matter.closed_at is null and (
  exists (select from matter_supervision waiting where waiting.matter_id = matter.id and waiting.answered_at is null)
  or (select step.step from matter_transition step where step.matter_id = matter.id and step.step is distinct from 'superviseMatter'
       order by step.version desc limit 1) = 'urgeMatter')`;
