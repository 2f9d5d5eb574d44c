/** What every followed subscription asks for beside its events; a document that is written out may spell it itself. */
export const streamMarks = '__typename ... on Heartbeat { cursor serverTime } ... on StreamGap { from to reason resync }';
