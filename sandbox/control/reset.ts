import type { Context } from '../context.ts';
import { seedTemplates } from '../meta/seed-templates.ts';

/** Empties the ledger, forgets faults, limits and what was still to come, and puts the seeded templates back. Settings stay. */
export function resetAll(context: Context): void {
	context.delays.clear();
	context.faults.clear();
	context.limits.clear();
	context.webhooks.clear();
	context.modelLog.clear();
	context.ledger.empty();
	for (const template of seedTemplates()) context.ledger.templates.set(template.id, template);
	context.ledger.tell({ type: 'templates' });
}
