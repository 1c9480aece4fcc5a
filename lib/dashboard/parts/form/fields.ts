import { html, type Html } from '../../html.ts';

/** One step of the form. The script of the page shows them one after the other. */
export function step(number: number, title: string, content: Html, note = ''): Html {
	return html`<section class="step card" aria-labelledby="step-${number}">
		<h3 id="step-${number}" tabindex="-1">
			<span class="number" aria-hidden="true">${number}</span>
			<span>${title} ${note ? html`<span class="quiet">(${note})</span>` : ''}</span>
		</h3>
		${content}
	</section>`;
}

export interface TextField {
	name: string;
	label: string;
	help?: string;
	value: string;
	placeholder?: string;
	problem?: string;
	/** What is said while it is filled in: when it is empty, too long, or what another has. */
	says?: { missing?: string; long?: string; taken?: string; format?: string };
	/** Characters. */
	max?: number;
	/** In lower case. */
	taken?: string[];
	kind?: 'text' | 'decimal';
}

/** A line of text. */
export function textField(field: TextField): Html {
	const { name, label, value, placeholder = '', problem, kind = 'text' } = field;
	return html`<div class="field">
		<label for="f-${name}">${label}</label>
		${help(field)}
		<input
			id="f-${name}"
			name="${name}"
			type="text"
			inputmode="${kind}"
			autocomplete="off"
			value="${value}"
			placeholder="${placeholder}"
			${attributes(field)}
		/>
		${problemLine(name, problem)}
	</div>`;
}

/** A longer text. */
export function area(field: TextField & { rows?: number }): Html {
	const { name, label, value, placeholder = '', problem, rows = 4 } = field;
	return html`<div class="field">
		<label for="f-${name}">${label}</label>
		${help(field)}
		<textarea id="f-${name}" name="${name}" rows="${rows}" placeholder="${placeholder}" ${attributes(field)}>
${value}</textarea
		>
		${problemLine(name, problem)}
	</div>`;
}

/** Below a field: what is wrong with it, read out when it comes up. */
export function problemLine(name: string, problem?: string): Html {
	return html`<p class="problem" id="p-${name}" aria-live="polite">${problem ?? ''}</p>`;
}

/** One of a few possibilities, with a sentence each. */
export function radio(
	name: string,
	{
		value,
		chosen,
		says,
		more,
		off,
	}: { value: string; chosen: boolean; says: string; more?: string; off?: boolean },
): Html {
	return html`<label class="option"
		><input
			type="radio"
			name="${name}"
			value="${value}"
			${chosen ? html`checked` : ''}
			${off && !chosen ? html`disabled` : ''}
		/>
		<span><strong>${says}</strong>${more ? html`<span class="quiet">${more}</span>` : ''}</span></label
	>`;
}

const help = ({ name, help: text }: TextField): Html =>
	text ? html`<p class="quiet" id="h-${name}">${text}</p>` : '';

function attributes({ name, label, help: text, problem, says = {}, max, taken }: TextField): Html {
	return html`data-label="${label}" aria-describedby="${text ? `h-${name} ` : ''}p-${name}"
	${problem ? html`aria-invalid="true"` : ''}
	${says.missing ? html`data-missing="${says.missing}" aria-required="true"` : ''}
	${says.long ? html`data-long="${says.long}" data-max="${max}"` : ''}
	${says.taken ? html`data-is-taken="${says.taken}" data-taken="${JSON.stringify(taken)}"` : ''}
	${says.format ? html`data-format="${says.format}"` : ''}`;
}
