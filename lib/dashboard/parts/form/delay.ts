import { CHANNELS, CHANNEL_NAMES } from '../../../messaging/channel.ts';
import type { Context } from '../../context.ts';
import { html, type Html } from '../../html.ts';
import type { FormView } from '../../view.ts';
import { problemLine, radio, step, textField } from './fields.ts';

const UNITS = ['minutes', 'hours', 'days'] as const;

/** When it goes: by a set time or by the AI, and on which platforms. */
export function delayStep(
	{ t: { form: t } }: Context,
	{ draft, facts, problems }: Extract<FormView, { kind: 'form' }>,
): Html {
	return step(
		3,
		t.steps.delay,
		html`<p class="quiet">${t.delay.help}</p>
			<div class="options" role="radiogroup" aria-label="${t.steps.delay}" data-label="${t.steps.delay}">
				${radio('timing', { value: 'manual', chosen: draft.timing === 'manual', says: t.delay.manual })}
				${radio('timing', {
					...{ value: 'ai', chosen: draft.timing === 'ai', says: t.delay.ai, off: facts.withoutModel },
					more: facts.withoutModel ? t.problems.noModel : t.delay.aiHelp,
				})}
			</div>
			${problemLine('timing', problems?.timing)}
			<div
				class="pair"
				data-delay-long="${t.problems.delayLong}"
				data-delay-missing="${t.problems.delayMissing}"
			>
				${textField({
					...{ name: 'delay', label: t.delay.amount, value: draft.delay, kind: 'decimal' },
					...{ problem: problems?.delay, says: { missing: t.problems.delayMissing } },
				})}
				<div class="field">
					<label for="f-delayUnit">${t.delay.unit}</label>
					<select id="f-delayUnit" name="delayUnit">
						${UNITS.map(
							(unit) =>
								html`<option value="${unit}" ${unit === draft.delayUnit ? html`selected` : ''}>
									${t.delay[unit]}
								</option>`,
						)}
					</select>
				</div>
			</div>
			<fieldset class="checks" data-label="${t.delay.platforms}" data-none="${t.problems.platformsMissing}">
				<legend>${t.delay.platforms}</legend>
				${CHANNELS.map(
					(channel) =>
						html`<label class="tick"
							><input
								type="checkbox"
								name="platforms"
								value="${channel}"
								${draft.platforms.includes(channel) ? html`checked` : ''}
							/>
							<span>${CHANNEL_NAMES[channel]}</span></label
						>`,
				)}
			</fieldset>
			${problemLine('platforms', problems?.platforms)}
			<p class="advice" data-when="late" hidden>${t.delay.late}</p>
			<p class="advice" data-when="lateWithout" hidden>${t.delay.lateWithout}</p>`,
	);
}
