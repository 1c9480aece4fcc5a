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
