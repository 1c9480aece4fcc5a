import type { Context } from '../../context.ts';
import { html, type Html } from '../../html.ts';
import { href, viewHref } from '../../query.ts';
import type { FormView } from '../../view.ts';
import { fill } from '../../words/index.ts';
import { delayStep } from './delay.ts';
import { area, problemLine, step, textField } from './fields.ts';
import { messageStep } from './message.ts';
import { templateStep } from './template.ts';
import { COLOUR_CHOICES, colourClass, colourName } from '../colour.ts';

/** The form of a follow-up: eight steps, one after the other for a new one, all of them at once otherwise. */
export function formPart(context: Context, view: FormView): Html {
	const { t, view: page } = context;
	const back = html`<p><a href="${viewHref(page.query, { view: 'followUps' })}">‹ ${t.detail.back}</a></p>`;
	if (view.kind === 'missing')
		return html`${back}
			<p class="empty">${t.form[view.why]}</p>`;
	if (view.kind === 'choose') return html`${back} ${choice(context, view.chatbots)}`;
	const { facts, draft, problems = {} } = view;
	const target = [facts.chatbot, facts.id ?? ''];
	const isNew = facts.id === undefined;
	const found = Object.values(problems);
	const title = isNew ? t.form.titleNew : fill(t.form.titleEdit, { name: facts.before?.name ?? draft.name });
	return html`${back}
		<div class="form-head">
			<h2>${title}</h2>
			<p class="quiet">${fill(t.form.forChatbot, { name: facts.chatbotName })}</p>
		</div>
		${found.length > 0
			? html`<div class="notice warn" role="alert" tabindex="-1" id="problems">
					<p>${t.form.problems.title}</p>
					<ul>
						${found.map((one) => html`<li>${one}</li>`)}
					</ul>
				</div>`
			: ''}
		<form
			method="post"
			novalidate
			class="follow-up ${isNew && found.length === 0 ? 'guide' : ''}"
			data-next="${t.form.next}"
			data-previous="${t.form.previous}"
		>
			<input type="hidden" name="action" value="save" />
			<input type="hidden" name="target" value="${JSON.stringify(target)}" />
			<input type="hidden" name="token" value="${page.token('save', target)}" />
			<input type="hidden" name="back" value="${href({ ...page.query, view: 'edit' })}" />
			${nameStep(context, view)} ${colourStep(context, view)} ${delayStep(context, view)}
			${descriptionStep(context, view)} ${messageStep(context, view)} ${templateStep(context, view)}
			${stopStep(context, view)} ${reviewStep(context, isNew)}
		</form>`;
}

function choice({ t, view }: Context, chatbots: { id: string; name: string }[]): Html {
	return html`<h2>${t.form.chooseChatbot}</h2>
		<ul class="choose">
			${chatbots.map(
				({ id, name }) =>
					html`<li>
						<a class="button plain" href="${viewHref(view.query, { view: 'edit', chatbot: id })}">${name}</a>
					</li>`,
			)}
		</ul>`;
}

type Filled = Extract<FormView, { kind: 'form' }>;

function nameStep({ t: { form: t } }: Context, { draft, facts, problems }: Filled): Html {
	return step(
		1,
		t.steps.name,
		html`${textField({
			...{ name: 'name', label: t.steps.name, help: t.name.help, value: draft.name },
			...{ placeholder: t.name.placeholder, max: 100, problem: problems?.name },
			says: { missing: t.problems.nameMissing, long: t.problems.nameLong, taken: t.problems.nameTaken },
			taken: facts.otherNames,
		})}`,
	);
}

function colourStep({ t }: Context, { draft }: Filled): Html {
	return step(
		2,
		t.form.steps.colour,
		html`<p class="quiet">${t.form.colour.help}</p>
			<div
				class="swatches"
				role="radiogroup"
				aria-label="${t.form.steps.colour}"
				data-label="${t.form.steps.colour}"
			>
				${['', ...COLOUR_CHOICES].map(
					(value) =>
						html`<label class="swatch ${colourClass(value || undefined)}"
							><input
								type="radio"
								name="colour"
								value="${value}"
								${value === draft.colour ? html`checked` : ''}
							/>
							<span class="dot" aria-hidden="true"></span
							><span>${colourName(value || undefined, t)}</span></label
						>`,
				)}
			</div>`,
		t.form.optional,
	);
}

function descriptionStep({ t: { form: t } }: Context, { draft, problems }: Filled): Html {
	return step(
		4,
		t.steps.description,
		area({
			...{ name: 'description', label: t.description.label, help: t.description.help },
			...{ value: draft.description, placeholder: t.description.placeholder },
			...{ problem: problems?.description, says: { missing: t.problems.descriptionMissing } },
		}),
	);
}

function stopStep({ t: { form: t } }: Context, { draft, problems }: Filled): Html {
	return step(
		7,
		t.steps.stop,
		area({
			...{ name: 'stopCondition', label: t.steps.stop, help: t.stop.help, value: draft.stopCondition },
			...{ placeholder: t.stop.placeholder, problem: problems?.stopCondition },
			says: { missing: t.problems.stopMissing },
		}),
	);
}

function reviewStep({ t: { form: t }, view }: Context, isNew: boolean): Html {
	return step(
		8,
		isNew ? t.steps.review : t.steps.reviewEdit,
		html`<p class="quiet">${isNew ? t.review.help : t.review.helpEdit}</p>
			<dl class="review" hidden></dl>
			${problemLine('whole')}
			<div class="form-acts">
				<button class="button primary">${isNew ? t.saveNew : t.save}</button>
				<a class="button plain" href="${viewHref(view.query, { view: 'followUps' })}">${t.cancel}</a>
			</div>`,
	);
}
