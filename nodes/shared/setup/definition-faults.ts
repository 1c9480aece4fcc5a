import type { INodeParameters } from 'n8n-workflow';
import { DefinitionError, parseChatbot, requireNoModel, writtenFollowUps } from '../../../lib/index.ts';
import { DEFINED_ON_DASHBOARD } from '../chatbot-source.ts';

/**
 * What is wrong with the follow-ups of a Follow-Up Evaluate node, as far as its parameters tell before anybody writes: values
 * by expression are known only when it runs.
 */
export function definitionFaults(parameters: INodeParameters, timeZone: string): string[] {
	const { defineFollowUps, followUpsJson, followUps, stopCondition, decideBy, settings } = parameters;
	if (defineFollowUps === DEFINED_ON_DASHBOARD || isExpression(followUpsJson) || isExpression(followUps))
		return [];
	const written =
		defineFollowUps === 'json'
			? followUpsJson
			: writtenFollowUps((followUps as INodeParameters | undefined)?.values ?? []);
	try {
		const chatbot = parseChatbot({
			...{ id: '-', stopCondition: known(stopCondition) },
			followUps: Array.isArray(written) ? written.map(knownFields) : written,
			settings: { timeZone, ...knownFields(settings) },
		});
		if (decideBy === 'rulesOnly') requireNoModel(chatbot);
		return [];
	} catch (error) {
		return error instanceof DefinitionError ? error.problems : [(error as Error).message];
	}
}

/** A text that an expression will give; none of its checks can fail on it. */
const SOME_TEXT = 'x';
/** Fields that have to be there and hold any text. */
const TEXTS = ['name', 'description', 'message'];

const isExpression = (value: unknown): boolean => typeof value === 'string' && value.startsWith('=');
const known = (value: unknown): unknown => (isExpression(value) ? SOME_TEXT : value);

function knownFields(fields: unknown, place = 0): object {
	const all = Object.entries((fields ?? {}) as object).map(([key, value]: [string, unknown]) =>
		TEXTS.includes(key) && isExpression(value) ? [key, `${SOME_TEXT}${place}`] : [key, value],
	);
	return Object.fromEntries(all.filter(([, value]) => !holdsExpression(value))) as object;
}

function holdsExpression(value: unknown): boolean {
	if (value === null || typeof value !== 'object') return isExpression(value);
	return Object.values(value).some(holdsExpression);
}
