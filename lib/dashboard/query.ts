import { CHANNELS, isChannel, type Channel } from '../messaging/channel.ts';
import { STATES, type FollowUpState } from '../follow-up/lifecycle.ts';

export const LANGUAGES = ['es', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The views of the dashboard, in the order of its navigation; `followUp` and `edit` are reached from a card, `conversation` from a name. */
export const VIEWS = [
	'followUps',
	'scheduled',
	'log',
	'conversations',
	'statistics',
	'followUp',
	'edit',
	'conversation',
] as const;
export type ViewName = (typeof VIEWS)[number];

/** The spans of the statistics, in days. */
export const SPANS = [7, 30, 90] as const;

/** What the address of the page asks for. */
export interface DashboardQuery {
	lang: Language;
	view: ViewName;
	chatbot?: string;
	followUp?: string;
	/** The form begins with what this follow-up is. */
	copy?: string;
	colour?: string;
	platform?: Channel;
	/** Of follow-ups: on or off. */
	active?: 'on' | 'off';
	/** Of the log. */
	state?: FollowUpState;
	/** Of the log: those that could not be brought to an end. */
	deadLetters?: 'only';
	/** A name, a phone number or an ID of a customer. */
	search?: string;
	/** Only one conversation, by its key. */
	conversation?: string;
	/** Of a conversation: what would happen now. */
	check?: 'now';
	/** From 1. */
	page: number;
	days: (typeof SPANS)[number];
	/** A signed note of what was changed; see `signNotice`. */
	notice?: string;
}

const KEY = new RegExp(`^(${CHANNELS.join('|')}):[^:]+:.+$`);
const TEXT_MAX = 300;
const PAGE_MAX = 100_000;

/** Reads the query of the page's address. Anything may stand there, so what is not understood is left out. */
export function readQuery(given: unknown, defaultLanguage: Language): DashboardQuery {
	const values = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>;
	const text = (name: string): string | undefined => {
		const value = Array.isArray(values[name]) ? values[name][0] : values[name];
		const trimmed = typeof value === 'string' ? value.trim().slice(0, TEXT_MAX) : '';
		return trimmed === '' ? undefined : trimmed;
	};
	const oneOf = <T extends string | number>(name: string, allowed: readonly T[]): T | undefined =>
		allowed.find((one) => String(one) === text(name));
	const platform = text('platform');
	const notice = typeof values.notice === 'string' ? values.notice : undefined;
	return withoutUndefined({
		lang: oneOf('lang', LANGUAGES) ?? defaultLanguage,
		view: oneOf('view', VIEWS) ?? 'followUps',
		chatbot: text('chatbot'),
		followUp: text('followUp'),
		copy: text('copy'),
		colour: text('colour'),
		platform: platform !== undefined && isChannel(platform) ? platform : undefined,
		active: oneOf('active', ['on', 'off'] as const),
		state: oneOf('state', STATES),
		deadLetters: oneOf('deadLetters', ['only'] as const),
		search: text('search'),
		conversation: KEY.test(text('conversation') ?? '') ? text('conversation') : undefined,
		check: oneOf('check', ['now'] as const),
		page: Math.min(PAGE_MAX, Math.max(1, Math.trunc(Number(text('page'))) || 1)),
		days: oneOf('days', SPANS) ?? 30,
		notice,
	});
}

function withoutUndefined<T extends object>(values: T): T {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}

/**
 * The address of a view, relative to the page, so that it holds behind any proxy. `changes` go over the present query;
 * undefined takes a filter out.
 */
export function href(query: DashboardQuery, changes: Partial<DashboardQuery> = {}): string {
	const { notice: _shownOnce, ...kept } = query;
	const wanted = { ...kept, ...changes };
	const values = Object.entries(wanted).filter(
		([name, value]) => value !== undefined && !(name === 'page' && value === 1) && !isDefault(name, value),
	);
	return `?${new URLSearchParams(values.map(([name, value]): [string, string] => [name, String(value)])).toString()}`;
}

const isDefault = (name: string, value: unknown): boolean => name === 'days' && value === 30;

/** The address of another view without the filters of this one; the chatbot stays chosen. */
export function viewHref({ lang, chatbot }: DashboardQuery, changes: Partial<DashboardQuery>): string {
	return href({ lang, view: 'followUps', page: 1, days: 30, ...(chatbot ? { chatbot } : {}) }, changes);
}

/** Whether a list is narrowed down, so that an empty one does not mean that there is nothing. */
export function isNarrowed({ view, ...query }: DashboardQuery): boolean {
	const { followUp, colour, platform, active, state, search, conversation, chatbot } = query;
	const ofList =
		view === 'followUp' || view === 'conversation'
			? []
			: [followUp, chatbot, colour, platform, active, state, search, conversation];
	return ofList.some((one) => one !== undefined);
}
