import { DateTime } from 'luxon';
import type { Now } from '../store/database/now.ts';
import type { Store } from '../store/store.ts';
import { listFilter, peopleFilter } from './load/filters.ts';
import { chatbotCards, followUpDetail } from './load/follow-ups.ts';
import { conversationDetail } from './load/conversation.ts';
import { loadHealth } from './load/health.ts';
import { conversationRow, followUpRow, person } from './load/rows.ts';
import type { PageOptions } from '../store/manage/types.ts';
import type { DashboardQuery } from './query.ts';
import { readNotice, signAction } from './token.ts';
import { formView } from './load/form.ts';
import type { Content, DashboardView, FormView, Page, Person } from './view.ts';

/** As many rows as a person looks through; more makes the page slow on a phone. */
const PAGE_SIZE = 50;
/** What is older no longer asks for anybody. */
const DEAD_LETTER_DAYS = 7;
const DAY_MS = 24 * 60 * 60_000;
/** A Follow-Up Due Trigger says every few minutes that it looks. */
const LOOKS_MS = 30 * 60_000;

export interface LoadOptions {
	query: DashboardQuery;
	timeZone: string;
	now: Now;
	/** A form that was sent and is to be corrected. */
	form?: FormView;
}

/** Reads from the store what the chosen view shows, and no more. */
export async function loadDashboard(
	store: Store,
	{ query: asked, timeZone, now, form }: LoadOptions,
): Promise<DashboardView> {
	const today = DateTime.fromJSDate(now, { zone: timeZone }).startOf('day');
	const [
		secret,
		chatbots,
		followUps,
		pausedAccounts,
		uncollected,
		wrongClocks,
		deadLetters,
		refused,
		waiting,
	] = await Promise.all([
		store.pageSecret(),
		store.listChatbots(),
		store.listFollowUps(),
		store.accountPauses(now),
		store.uncollected(now),
		store.wrongClocks(now),
		store.countDeadLetters(new Date(now.getTime() - DEAD_LETTER_DAYS * DAY_MS)),
		store.refusedDeliveries(today.toJSDate()),
		store.waitingCustomers(now),
	]);
	const named = chatbots.map(({ id, name = id }) => ({ id, name }));
	// A link to a chatbot that is gone shows all of them.
	const query = {
		...asked,
		chatbot: named.some(({ id }) => id === asked.chatbot) ? asked.chatbot : undefined,
	};
	const colours = new Set(followUps.flatMap(({ colour }) => colour ?? []));
	const notice = readNotice(secret, query.notice, now);
	const only = await onlyPerson();
	return {
		...{ lang: query.lang, now, timeZone, query, pausedAccounts, wrongClocks, deadLetters, refused },
		uncollected: uncollected.map(({ chatbot, count, since, lookedAt }) => ({
			...{ count, since, name: named.find(({ id }) => id === chatbot)?.name ?? chatbot },
			isLooking: lookedAt !== undefined && now.getTime() - Date.parse(lookedAt) < LOOKS_MS,
		})),
		waiting: waiting.map(({ conversation, since }) => ({
			...person(conversation.key, conversation, conversation.contact),
			since,
		})),
		...(notice ? { notice } : {}),
		...(only ? { only } : {}),
		chatbots: named,
		followUpNames: followUps.map(({ chatbot, id, name }) => ({ chatbot, followUp: id, name })),
		colours: [...colours].sort(),
		token: (action, target) => signAction(secret, action, target, now),
		content: await load(),
	};

	async function load(): Promise<Content> {
		switch (query.view) {
			case 'followUps':
				return {
					kind: 'followUps',
					chatbots: chatbotCards(chatbots, followUps, query, now),
					health: await loadHealth(store, { timeZone, now }),
				};
			case 'followUp':
				return { kind: 'followUp', detail: await followUpDetail(store, chatbots, followUps, query) };
			case 'edit':
				return { kind: 'edit', form: form ?? (await formView(store, chatbots, query)) };
			case 'scheduled': {
				const read = async (page: PageOptions) => await store.listScheduled(listFilter(query), page);
				return { kind: 'scheduled', rows: await pageOf(read, followUpRow) };
			}
			case 'log': {
				const read = async (page: PageOptions) => await store.listActivity(listFilter(query), page);
				return { kind: 'log', rows: await pageOf(read, followUpRow) };
			}
			case 'conversations': {
				const read = async (page: PageOptions) =>
					await store.listConversations(peopleFilter(query), page, now);
				return { kind: 'conversations', rows: await pageOf(read, (one) => conversationRow(one, now)) };
			}
			case 'conversation':
				return { kind: 'conversation', detail: await conversationDetail(store, named, query, now) };
			case 'statistics': {
				const range = { from: new Date(now.getTime() - query.days * DAY_MS), to: now };
				const { chatbot, platform: channel } = query;
				const statistics = await store.statistics({ ...range, timeZone, now, chatbot, channel });
				return { kind: 'statistics', statistics, ...range };
			}
		}
	}

	/** A list of one customer's follow-ups says whose they are. */
	async function onlyPerson(): Promise<Person | undefined> {
		const { view, conversation: key } = query;
		if (key === undefined || (view !== 'scheduled' && view !== 'log')) return undefined;
		const found = await store.conversation(key);
		return found && person(found.key, found, found.contact);
	}

	/** A page beyond the last one, of a list that became shorter or of an old link, is the last one. */
	async function pageOf<Listed, Row>(
		read: (page: PageOptions) => Promise<{ items: Listed[]; total: number }>,
		row: (one: Listed) => Row,
	): Promise<Page<Row>> {
		const at = async (page: number) => await read({ limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
		let { page } = query;
		let found = await at(page);
		if (found.items.length === 0 && found.total > 0) {
			page = Math.ceil(found.total / PAGE_SIZE);
			found = await at(page);
		}
		return { items: found.items.map(row), total: found.total, page, pageSize: PAGE_SIZE };
	}
}
