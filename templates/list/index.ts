import type { Template } from '../template.ts';
import { agentWithFollowUps } from './agent-with-follow-ups.ts';
import { alerts } from './alerts.ts';
import { appointmentReminder } from './appointment-reminder.ts';
import { eachPlatform } from './each-platform.ts';
import { keptInATable } from './kept-in-a-table.ts';
import { postSale } from './post-sale.ts';
import { productQuestion } from './product-question.ts';
import { reEngagement } from './re-engagement.ts';
import { saleNotCompleted } from './sale-not-completed.ts';
import { serviceInformation } from './service-information.ts';
import { stopFromElsewhere } from './stop-from-elsewhere.ts';
import { templatesByForm } from './templates-by-form.ts';
import { withWait } from './with-wait.ts';

/** Every template that is made from parts, in the order of the list in workflows-templates/README.md. */
export const TEMPLATES: Template[] = [
	appointmentReminder,
	postSale,
	productQuestion,
	saleNotCompleted,
	serviceInformation,
	reEngagement,
	eachPlatform,
	agentWithFollowUps,
	withWait,
	keptInATable,
	templatesByForm,
	stopFromElsewhere,
	alerts,
];
