import * as z from 'zod4';
import type { Chatbot } from '../definition.ts';
import { AdvisedError, withOthers } from '../../messaging/advised-error.ts';
import { DefinitionError, parseChatbot } from '../parse-chatbot.ts';
import { writeDefinition, type WrittenFollowUp } from './write-definition.ts';

/** By these two a file is known. A change that older releases cannot read gets the next version. */
export const FILE_FORMAT = 'n8n-nodes-meta-followup/follow-ups';
export const FILE_VERSION = 1;

/** The follow-ups of a chatbot as one file: to keep in git, to look through, and to carry to another n8n. */
export interface FollowUpFile {
	format: typeof FILE_FORMAT;
	version: typeof FILE_VERSION;
	/** ISO 8601 in UTC. */
	exportedAt: string;
	chatbot: { id: string; stopCondition: string; settings: Chatbot['settings'] };
	/** What Follow-Up Evaluate takes as JSON. */
	followUps: WrittenFollowUp[];
}

/** A file of follow-ups cannot be used; nothing was changed. */
export class FollowUpFileError extends AdvisedError {
	override readonly name = 'FollowUpFileError';

	constructor(problems: string[]) {
		super(
			`The file cannot be used: ${problems[0] ?? ''}`,
			withOthers('Correct it in the file; nothing was changed', problems),
		);
	}
}

/** Writes a chatbot as a file. */
export function writeFollowUpFile(chatbot: Chatbot, now: Date): FollowUpFile {
	const { id, stopCondition, settings, followUps } = chatbot;
	return {
		format: FILE_FORMAT,
		version: FILE_VERSION,
		exportedAt: now.toISOString(),
		chatbot: { id, stopCondition, settings },
		followUps: followUps.map(writeDefinition),
	};
}

const envelope = z.object(
	{
		format: z.literal(FILE_FORMAT, `must be "${FILE_FORMAT}"`),
		version: z
			.number('must be a number')
			.int('must be a whole number')
			.min(1, 'must be at least 1')
			.max(
				FILE_VERSION,
				`is newer than this release can read: at most ${FILE_VERSION}; update n8n-nodes-meta-followup`,
			),
		exportedAt: z.string('must be text').optional(),
		chatbot: z.object(
			// What lacks is named by the check of the chatbot, by the name that its field has in the node.
			{
				id: z.unknown().optional(),
				stopCondition: z.unknown().optional(),
				settings: z.unknown().optional(),
			},
			'must be an object with id, stopCondition and settings',
		),
		followUps: z.unknown().optional(),
	},
	'must be an object as Follow-Up: Export writes it',
);

/**
 * Reads and checks a file, given as its text or as the object in it.
 * @throws FollowUpFileError naming every field and the follow-up it belongs to.
 */
export function readFollowUpFile(given: unknown): Chatbot {
	try {
		return read(given);
	} catch (error) {
		throw error instanceof DefinitionError ? new FollowUpFileError(error.problems) : error;
	}
}

function read(given: unknown): Chatbot {
	const parsed = envelope.safeParse(typeof given === 'string' ? readJson(given) : given);
	if (!parsed.success)
		throw new DefinitionError(
			parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'The file'} ${message}`),
		);
	const { chatbot, followUps } = parsed.data;
	return parseChatbot({ ...chatbot, followUps });
}

/** Some editors put a byte order mark before the text. */
function readJson(text: string): unknown {
	try {
		return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
	} catch (error) {
		throw new DefinitionError([`The file is not valid JSON: ${(error as Error).message}`]);
	}
}
