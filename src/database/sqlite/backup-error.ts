/** A copy that cannot be made or brought back; the message says why and of what. */
export class BackupError extends Error {}
