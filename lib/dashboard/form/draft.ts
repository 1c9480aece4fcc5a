import type { FollowUpDefinition } from '../../follow-up/definition.ts';
import { writeParameters } from '../../follow-up/exchange/template-parameters.ts';
import { templateChoice } from '../../follow-up/template-choice.ts';
import type { TemplateContent } from '../../follow-up/types.ts';
import { CHANNELS, isChannel, type Channel } from '../../messaging/channel.ts';

/** What stands in the form of a follow-up, right or wrong. */
export interface Draft {
	name: string;
	colour: string;
	platforms: Channel[];
	timing: 'manual' | 'ai';
	/** As it was typed. */
	delay: string;
	delayUnit: FollowUpDefinition['delayUnit'];
	description: string;
	messageSource: 'ai' | 'fixed';
	message: string;
	messageInstructions: string;
	/** `name:language:category`, or empty for none. */
	template: string;
	/** The values of its variables, by their IDs. */
	variables: Record<string, string>;
	stopCondition: string;
}

/** Longer texts come from no person; the checks of each field are narrower. */
const TEXT_MAX = 10_000;
const UNITS = ['minutes', 'hours', 'days'] as const;
const VARIABLE = 'var.';

/** What the form starts with. */
export function emptyDraft(stopCondition: string, withoutModel: boolean): Draft {
	return {
		...{ name: '', colour: '', platforms: [...CHANNELS], timing: 'manual', delay: '4', delayUnit: 'hours' },
		...{
			description: '',
			messageSource: withoutModel ? 'fixed' : 'ai',
			message: '',
			messageInstructions: '',
		},
		...{ template: '', variables: {}, stopCondition },
	};
}

/** A follow-up as it stands in the form. */
export function draftOf(definition: FollowUpDefinition, stopCondition: string): Draft {
	const { name, colour = '', platforms, timing, delay, delayUnit, description } = definition;
	const { messageSource, message, messageInstructions, template } = definition;
	return {
		...{ name, colour, platforms, timing, delay: String(delay), delayUnit, description, messageSource },
		...{ message: messageSource === 'fixed' ? message : '', messageInstructions, stopCondition },
		template: template ? templateChoice(template) : '',
		variables: template ? variablesOf(template) : {},
	};
}

function variablesOf(template: TemplateContent): Record<string, string> {
	const id = (name: string | undefined, place: number) =>
		name === undefined ? `body.${place + 1}` : /^(body|header|button)\./.test(name) ? name : `body.${name}`;
	return Object.fromEntries(
		writeParameters(template).map(({ name, value }, place) => [id(name, place), value]),
	);
}

/** Reads what was posted; whatever does not fit is what an empty field would be. */
export function readDraft(form: unknown): Draft {
	const values = (typeof form === 'object' && form !== null ? form : {}) as Record<string, unknown>;
	const list = (name: string) =>
		[values[name]].flat().filter((one): one is string => typeof one === 'string');
	const text = (name: string) => (list(name)[0] ?? '').replaceAll('\r\n', '\n').trim().slice(0, TEXT_MAX);
	const variables = Object.keys(values).filter((name) => name.startsWith(VARIABLE));
	return {
		...{ name: text('name'), colour: text('colour'), platforms: list('platforms').filter(isChannel) },
		...{ timing: text('timing') === 'ai' ? 'ai' : 'manual', delay: text('delay') },
		delayUnit: UNITS.find((unit) => unit === text('delayUnit')) ?? 'hours',
		...{ description: text('description'), messageSource: text('messageSource') === 'ai' ? 'ai' : 'fixed' },
		...{ message: text('message'), messageInstructions: text('messageInstructions') },
		template: text('template'),
		variables: Object.fromEntries(variables.map((name) => [name.slice(VARIABLE.length), text(name)])),
		stopCondition: text('stopCondition'),
	};
}

/** The draft as a definition in JSON; what the form does not hold stays as it was. */
export function writtenDraft(draft: Draft, before?: FollowUpDefinition): Record<string, unknown> {
	const { variables, stopCondition: _chatbots, message, ...fields } = draft;
	const fallback = before?.messageSource === 'ai' ? before.message : '';
	return {
		...(before ? { anchor: before.anchor, active: before.active } : {}),
		...fields,
		message: draft.messageSource === 'fixed' ? message : fallback,
		...(draft.template ? { templateVariables: variables } : {}),
	};
}
