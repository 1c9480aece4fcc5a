import type { OfferedVariable } from '../../../follow-up/offered-template.ts';
import type { Context } from '../../context.ts';
import type { Offer } from '../../form/facts.ts';
import { html, type Html } from '../../html.ts';
import type { FormView } from '../../view.ts';
import { fill } from '../../words/index.ts';
import { problemLine, step, textField } from './fields.ts';

type Filled = Extract<FormView, { kind: 'form' }>;
type Words = Context['t']['form'];

/** Which approved template goes after 24 hours, with its values, and how it looks. */
export function templateStep({ t: { form: t } }: Context, view: Filled): Html {
	const { draft, facts, problems } = view;
	const chosen = facts.templates?.find(({ key }) => key === draft.template);
	const variables = chosen
		? chosen.variables
		: Object.keys(draft.variables).map((id): OfferedVariable => ({ id, kind: kindOf(id) }));
	return step(
		6,
		t.steps.template,
		html`<p class="quiet">${t.template.help}</p>
			${facts.templates ? picker(t, view, facts.templates) : byHand(t, view)}
			<div
				id="variables"
				data-missing="${t.problems.variableMissing}"
				data-lines="${t.problems.variableLines}"
			>
				${variables.map((one) => variableField(t, one, draft.variables[one.id] ?? ''))}
			</div>
			${problemLine('variables', problems?.variables)}
			<div class="preview" data-preview="template" ${chosen ? '' : html`hidden`}>
				<p class="quiet">${t.preview.after}</p>
				<div class="bubble">
					<p data-part="header"><strong>${chosen?.header ?? ''}</strong></p>
					<p data-part="text">${chosen?.text ?? ''}</p>
					<p data-part="footer" class="quiet">${chosen?.footer ?? ''}</p>
				</div>
				<p class="chips" data-part="buttons">
					${(chosen?.buttons ?? []).map((one) => html`<span class="chip">${one}</span>`)}
				</p>
			</div>`,
		t.optional,
	);
}

function picker(t: Words, { draft, problems }: Filled, templates: Offer[]): Html {
	const isListed = draft.template === '' || templates.some(({ key }) => key === draft.template);
	return html`<div class="field">
		<label for="f-template">${t.steps.template}</label>
		<select id="f-template" name="template" data-label="${t.steps.template}">
			<option value="">${t.template.none}</option>
			${isListed
				? ''
				: html`<option value="${draft.template}" selected>
						${fill(t.template.unknown, { name: draft.template })}
					</option>`}
			${templates.map(
				(one) =>
					html`<option
						value="${one.key}"
						data-template="${JSON.stringify({
							...one,
							variables: one.variables.map((variable) => labelled(t, variable)),
						})}"
						${one.key === draft.template ? html`selected` : ''}
					>
						${one.name} (${one.language})
					</option>`,
			)}
		</select>
		${problemLine('template', problems?.template)}
	</div>`;
}

function byHand(t: Words, { draft, problems }: Filled): Html {
	return textField({
		...{ name: 'template', label: t.steps.template, help: t.template.byHand, value: draft.template },
		...{ placeholder: t.template.placeholder, problem: problems?.template },
		says: { format: t.problems.templateWrong },
	});
}

function variableField(t: Words, variable: OfferedVariable, value: string): Html {
	const { id, label, example } = labelled(t, variable);
	return html`<div class="field">
		<label for="f-var.${id}">${label}</label>
		<input
			id="f-var.${id}"
			name="var.${id}"
			type="text"
			autocomplete="off"
			value="${value}"
			placeholder="${example}"
			data-label="${label}"
			aria-describedby="p-variables"
		/>
	</div>`;
}

function labelled(t: Words, { id, kind, example }: OfferedVariable) {
	const [part, name = ''] = [id.split('.')[0], id.split('.').slice(1).join('.')];
	const shown = part === 'button' ? String(Number.parseInt(name, 10) + 1) : name;
	return {
		id,
		label: fill(t.template.variable[kind], { name: shown }),
		example: example ? fill(t.template.example, { example }) : '',
	};
}

const KINDS = ['image', 'video', 'document', 'location'] as const;

/** Of a template that is not on offer only the names of its values are known. */
function kindOf(id: string): OfferedVariable['kind'] {
	if (id.startsWith('button.')) return id.endsWith('.code') ? 'coupon_code' : 'url_suffix';
	return KINDS.find((kind) => id === `header.${kind}`) ?? 'text';
}
