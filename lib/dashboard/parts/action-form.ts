import { html, type Html } from '../html.ts';
import { href } from '../query.ts';
import type { Context } from '../context.ts';
import type { ActionName } from '../actions.ts';

export interface ActionForm {
	action: ActionName;
	target: string[];
	/** What the button shows. */
	label: string;
	/** What it does to whom, for those who hear the button without its surroundings. */
	says: string;
	/** Asked before it is done. */
	confirm?: string;
	kind?: 'plain' | 'danger' | 'primary';
}

/** A button that changes something: a plain form, posted to the page's own address. */
export function actionForm(
	{ view }: Context,
	{ action, target, label, says, confirm, kind }: ActionForm,
): Html {
	return html`<form method="post" ${confirm ? html`data-confirm="${confirm}"` : ''}>
		${actionFields(view, action, target)}
		<button class="button ${kind ?? 'plain'}" aria-label="${says}">${label}</button>
	</form>`;
}

export interface OpenForm extends Pick<ActionForm, 'action' | 'target' | 'label' | 'kind'> {
	/** What opens the form. */
	title: string;
	/** For those who hear it without its surroundings; begins with the title. */
	says?: string;
	/** What it does. */
	help?: string;
	fields?: Html;
}

/** A button that opens a form: what it does is read, and chosen from, before a second button does it. */
export function openForm(
	{ view }: Context,
	{ action, target, title, says, label, help, fields, kind }: OpenForm,
): Html {
	return html`<details class="open-form">
		<summary
			class="button ${kind === 'danger' ? 'danger' : 'plain'}"
			${says ? html`aria-label="${says}"` : ''}
		>
			${title}
		</summary>
		<form method="post">
			${actionFields(view, action, target)} ${help ? html`<p>${help}</p>` : ''} ${fields ?? ''}
			<button class="button ${kind ?? 'primary'}">${label}</button>
		</form>
	</details>`;
}

/** The switch of a follow-up. */
export function switchForm(
	{ view, t }: Context,
	{ on, name, target, confirm }: { on: boolean; name: string; target: string[]; confirm?: string },
): Html {
	const says = on ? t.cards.on : t.cards.off;
	return html`<form method="post" ${on && confirm ? html`data-confirm="${confirm}"` : ''}>
		${actionFields(view, on ? 'deactivate' : 'activate', target)}
		<button class="switch" role="switch" aria-checked="${String(on)}" aria-label="${name}">
			<span class="track" aria-hidden="true"><span class="thumb"></span></span
			><span aria-hidden="true">${says}</span>
		</button>
	</form>`;
}

function actionFields(view: Context['view'], action: ActionName, target: string[]): Html {
	return html`<input type="hidden" name="action" value="${action}" /><input
			type="hidden"
			name="target"
			value="${JSON.stringify(target)}"
		/><input type="hidden" name="token" value="${view.token(action, target)}" /><input
			type="hidden"
			name="back"
			value="${href(view.query)}"
		/>`;
}
