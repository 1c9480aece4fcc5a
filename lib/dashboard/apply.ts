import { RefusedError } from '../messaging/refused-error.ts';
import type { Now } from '../store/database/now.ts';
import type { Store } from '../store/store.ts';
import { ACTIONS, isAction, type ActionName } from './actions.ts';
import type { Notice } from './notice.ts';
import { href, readQuery, type DashboardQuery, type Language } from './query.ts';
import { refusalPage, type Refusal } from './refusal-page.ts';
import { checkAction, signNotice } from './token.ts';

export interface ApplyOptions {
	/** The language in which a refusal is told if the form names none. */
	lang: Language;
	now: Now;
}

/** What came of a form of the page, with everything an HTTP answer needs. */
export interface AppliedAction {
	/** False: the form did not come from the page, or too late; nothing was changed. */
	accepted: boolean;
	/** 303 sends the browser back to the page; 403 shows `html`. */
	statusCode: 303 | 403;
	/** The page, with a notice of what was changed; relative to the address of the form. */
	location: string;
	html: string;
	action?: ActionName;
	/** What was changed; `unchanged` with the reason if it could not be. */
	notice?: Notice;
	refusal?: Refusal;
}

/** Does what a button of the page asks for, if the form proves that it came from the page. */
export async function applyDashboardAction(
	store: Store,
	form: unknown,
	{ lang, now }: ApplyOptions,
): Promise<AppliedAction> {
	const { action, target: given, token, back } = fieldsOf(form);
	const query = readQuery(Object.fromEntries(new URLSearchParams(back)), lang);
	if (!isAction(action)) return refused(query, 'unknownAction');
	const target = readTarget(given);
	const secret = await store.pageSecret();
	const checked = checkAction(secret, token, action, target, now);
	if (checked !== 'ok') return refused(query, checked);
	const notice = await done(store, action, target, now);
	const location = href({ ...query, page: query.page }, { notice: signNotice(secret, notice, now) });
	return { accepted: true, statusCode: 303, location, html: '', action, notice };
}

async function done(store: Store, action: ActionName, target: string[], now: Now): Promise<Notice> {
	try {
		return await ACTIONS[action](store, target, now);
	} catch (error) {
		if (!(error instanceof RefusedError)) throw error;
		return { kind: 'unchanged', reason: `${error.message}. ${error.advice}` };
	}
}

function refused(query: DashboardQuery, refusal: Refusal): AppliedAction {
	const location = href(query);
	const html = refusalPage(query.lang, refusal, location);
	return { accepted: false, statusCode: 403, location, html, refusal };
}

function fieldsOf(form: unknown): Record<'action' | 'target' | 'token' | 'back', string> {
	const values = (typeof form === 'object' && form !== null ? form : {}) as Record<string, unknown>;
	const text = (name: string) => (typeof values[name] === 'string' ? values[name] : '');
	return { action: text('action'), target: text('target'), token: text('token'), back: text('back') };
}

function readTarget(given: string): string[] {
	try {
		const target: unknown = JSON.parse(given);
		return Array.isArray(target) ? target.map(String) : [];
	} catch {
		return [];
	}
}
