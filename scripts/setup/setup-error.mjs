/** Something is missing on this machine; the message says what to do and needs no stack trace. */
export class SetupError extends Error {}
