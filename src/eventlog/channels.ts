/** NOTIFY channel on which writers wake the sequencer. */
export const inboxChannel = 'event_inbox';
/** NOTIFY channel on which the sequencer wakes the readers. */
export const logChannel = 'event_log';
