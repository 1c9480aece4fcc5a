/**
 * A template with one of these words of Meta will not be sent any more under its name: it was refused, switched off or taken
 * away. MISSING is ours: it is not among the account's templates. Source: Meta, status of a WhatsApp message template in the
 * Graph API; read 2026-11-30.
 */
const FINAL = new Set(['REJECTED', 'DISABLED', 'DELETED', 'PENDING_DELETION', 'ARCHIVED', 'MISSING']);

/** Only a template that Meta has approved can be sent, and only for as long as it is. */
export const isApproved = (status: string): boolean => status.toUpperCase() === 'APPROVED';

/**
 * Whether Meta may approve it (again) without anybody making another one: in review, in appeal, or paused for its quality,
 * which lasts three hours the first time and six the second. A word that is not known here may be of that kind.
 */
export const mayBecomeApproved = (status: string): boolean => !FINAL.has(status.toUpperCase());

/** A follow-up whose template is held back looks again this often, in ms; asking is free, and the shortest pause is 3 hours. */
export const TEMPLATE_LOOK_MS = 30 * 60_000;
