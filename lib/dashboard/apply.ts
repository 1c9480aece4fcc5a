import { RefusedError } from '../messaging/refused-error.ts';
import type { Now } from '../store/database/now.ts';
import type { Store } from '../store/store.ts';
import { ACTIONS, isAction, type ActionName } from './actions.ts';
import { readDraft } from './form/draft.ts';
import { saveDraft } from './form/save.ts';
import { loadDashboard } from './load.ts';
import type { Notice } from './notice.ts';
import { dashboardPage } from './page.ts';
import { href, readQuery, type DashboardQuery, type Language } from './query.ts';
import { refusalPage, type Refusal } from './refusal-page.ts';
import { checkAction, signNotice } from './token.ts';
import { words } from './words/index.ts';

export interface ApplyOptions {
	/** The language in which a refusal is told if the form names none. */
	lang: Language;
	/** IANA name, for a page that is shown again; UTC if it is missing. */
	timeZone?: string;
	now: Now;
}

/** What came of a form of the page, with everything an HTTP answer needs. */
export interface AppliedAction {
	/** False: the form did not come from the page, or too late; nothing was changed. */
	accepted: boolean;
	/** 303 sends the browser back to the page; 403 and 422 (a form to be corrected) show `html`. */
	statusCode: 303 | 403 | 422;
	/** The page, with a notice of what was changed; relative to the address of the form. */
	location: string;
	html: string;
	action?: ActionName | 'save';
	/** What was changed; `unchanged` with the reason if it could not be. */
	notice?: Notice;
	refusal?: Refusal;
}

/** Does what a button of the page asks for, if the form proves that it came from the page. */
export async function applyDashboardAction(
	store: Store,
	form: unknown,
	{ lang, now, timeZone = 'UTC' }: ApplyOptions,
): Promise<AppliedAction> {
	const { action, target: given, token, back } = fieldsOf(form);
	const query = readQuery(Object.fromEntries(new URLSearchParams(back)), lang);
	if (action !== SAVE && !isAction(action)) return refused(query, 'unknownAction');
	const target = readTarget(given);
	const secret = await store.pageSecret();
	const checked = checkAction(secret, token, action, target, now);
	if (checked !== 'ok') return refused(query, checked);
	if (action === SAVE) return await save(store, form, target, { query, timeZone, now, secret });
	const notice = await done(store, action, { target, form, now });
	const next = nextOf(query, action, notice);
	return backTo(next, notice, { action, secret, now });
}

/** Where it was shown there may be nothing any more. */
function nextOf(query: DashboardQuery, action: ActionName, notice: Notice): DashboardQuery {
	if (action === 'remove') return listOf(query);
	if (notice.kind === 'forgotten') return { ...query, view: 'conversations', conversation: undefined };
	// An old answer of the rules does not hold any more.
	return { ...query, check: undefined };
}

/** A form with fields of its own: what is wrong in it is shown in it. */
const SAVE = 'save';

interface SaveOptions {
	query: DashboardQuery;
	timeZone: string;
	now: Now;
	secret: string;
}

async function save(
	store: Store,
	form: unknown,
	[chatbot = '', id = '']: string[],
	{ query, timeZone, now, secret }: SaveOptions,
): Promise<AppliedAction> {
	const draft = readDraft(form);
	const saved = await saveDraft(store, { chatbot, ...(id ? { id } : {}), draft }, words[query.lang], now);
	if ('facts' in saved) {
		const view = await loadDashboard(store, {
			query,
			timeZone,
			now,
			form: { kind: 'form', draft, ...saved },
		});
		const html = dashboardPage(view);
		return { accepted: true, statusCode: 422, location: href(query), html, action: SAVE };
	}
	const notice: Notice =
		'missing' in saved
			? { kind: saved.missing }
			: { kind: saved.saved.isNew ? 'created' : 'saved', name: saved.saved.name };
	return backTo(listOf(query), notice, { action: SAVE, secret, now });
}

const listOf = (query: DashboardQuery): DashboardQuery => ({
	...query,
	view: 'followUps',
	followUp: undefined,
	copy: undefined,
});

function backTo(
	query: DashboardQuery,
	notice: Notice,
	{ action, secret, now }: { action: ActionName | typeof SAVE; secret: string; now: Now },
): AppliedAction {
	const location = href({ ...query, page: query.page }, { notice: signNotice(secret, notice, now) });
	return { accepted: true, statusCode: 303, location, html: '', action, notice };
}

async function done(
	store: Store,
	action: ActionName,
	{ target, form, now }: { target: string[]; form: unknown; now: Now },
): Promise<Notice> {
	try {
		return await ACTIONS[action](store, target, now, (name) => textOf(form, name).trim());
	} catch (error) {
		if (!(error instanceof RefusedError)) throw error;
		const { message, advice, told } = error;
		return { kind: 'unchanged', reason: `${message}. ${advice}`, ...(told ? { told } : {}) };
	}
}

function refused(query: DashboardQuery, refusal: Refusal): AppliedAction {
	const location = href(query);
	const html = refusalPage(query.lang, refusal, location);
	return { accepted: false, statusCode: 403, location, html, refusal };
}

function fieldsOf(form: unknown): Record<'action' | 'target' | 'token' | 'back', string> {
	const text = (name: string) => textOf(form, name);
	return { action: text('action'), target: text('target'), token: text('token'), back: text('back') };
}

function textOf(form: unknown, name: string): string {
	const values = (typeof form === 'object' && form !== null ? form : {}) as Record<string, unknown>;
	const value = Object.hasOwn(values, name) ? values[name] : undefined;
	return typeof value === 'string' ? value : '';
}

function readTarget(given: string): string[] {
	try {
		const target: unknown = JSON.parse(given);
		return Array.isArray(target) ? target.map(String) : [];
	} catch {
		return [];
	}
}
