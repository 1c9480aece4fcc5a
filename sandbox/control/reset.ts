import type { Context } from '../context.ts';
import { seedTemplates } from '../meta/seed-templates.ts';

/** Empties the books, forgets faults, limits and what was still to come, and puts the seeded templates back. Settings stay. */
export function resetAll(context: Context): void {
	context.later.clear();
	context.faults.clear();
	context.limits.clear();
	context.webhooks.clear();
	context.modelLog.clear();
	context.books.empty();
	for (const template of seedTemplates()) context.books.templates.set(template.id, template);
	context.books.tell({ type: 'templates' });
}
