/** Marks a field, with `@Extensions`, whose answer depends on who asks by name, beyond the rights that others may have as well: nobody else is given it. */
export const ofCaller = { ofCaller: true } as const;
