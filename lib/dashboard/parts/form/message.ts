import { CHANNELS } from '../../../messaging/channel.ts';
import { CHANNEL_FACTS } from '../../../messaging/channels/index.ts';
import type { Context } from '../../context.ts';
import { html, type Html } from '../../html.ts';
import type { FormView } from '../../view.ts';
import { fill } from '../../words/index.ts';
import { area, radio, step } from './fields.ts';

/** Who writes the message, with a look at it as the customer gets it. */
export function messageStep(
	{ t: { form: t } }: Context,
	{ draft, facts, problems }: Extract<FormView, { kind: 'form' }>,
): Html {
	const isFixed = draft.messageSource === 'fixed';
	const limits = CHANNELS.map((channel) => {
		const { name: platform, textLimit } = CHANNEL_FACTS[channel];
		const says = fill(t.problems.messageLong[textLimit.unit], { platform, max: textLimit.size });
		return { channel, ...textLimit, says };
	});
	return step(
		5,
		t.steps.message,
		html`<p class="quiet">${t.message.help}</p>
			<div class="options" role="radiogroup" aria-label="${t.steps.message}" data-label="${t.steps.message}">
				${radio('messageSource', {
					...{ value: 'ai', chosen: !isFixed, says: t.message.ai, off: facts.withoutModel },
					more: facts.withoutModel ? t.problems.noModel : t.message.aiHelp,
				})}
				${radio('messageSource', {
					...{ value: 'fixed', chosen: isFixed, says: t.message.fixed, more: t.message.fixedHelp },
				})}
			</div>
			<div data-for="ai">
				${area({
					...{ name: 'messageInstructions', label: `${t.message.instructions} (${t.optional})`, rows: 2 },
					...{ value: draft.messageInstructions, placeholder: t.message.instructionsPlaceholder },
				})}
			</div>
			<div data-for="fixed" data-limits="${JSON.stringify(limits)}">
				${area({
					...{ name: 'message', label: t.message.text, value: draft.message },
					...{ problem: problems?.message, says: { missing: t.problems.messageMissing } },
				})}
			</div>
			<div class="preview" aria-live="polite">
				<p class="quiet">${t.preview.title}</p>
				<p class="bubble" data-preview="message" data-ai="${t.preview.ai}" data-empty="${t.preview.empty}">
					${isFixed ? draft.message || t.preview.empty : t.preview.ai}
				</p>
			</div>`,
	);
}
