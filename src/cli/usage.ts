/** The call's words are off: exit code 2, with the help. */
export class UsageError extends Error {}
