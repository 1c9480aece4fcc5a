import { createHash } from 'node:crypto';
import { now, type Context } from '../../context.ts';
import { objectId } from '../../ids.ts';
import type { Customer } from '../../ledger.ts';
import { labelOf } from '../../media/label.ts';
import { picture } from '../../media/picture.ts';
import { voiceNote } from '../../media/voice-note.ts';
import { customerWrites } from '../write.ts';
import { textOf, type Doing, type Input, type Kinds } from './kind.ts';

/** People say about two and a half words in a second. */
const WORDS_A_SECOND = 2.5;
/** As long as Meta keeps it; `expired: true` says that this is over. */
const NEVER_KEPT = 'expired';

/** A file that was chosen on the phone, one that is made up, or one of a size that tests ask for. */
function fileFrom(input: Input, made: () => Buffer): Buffer {
	const given = input['file'];
	const file = typeof given === 'string' ? Buffer.from(given, 'base64') : made();
	const size = Number(input['bytes'] ?? 0);
	return size > file.length ? Buffer.concat([file, Buffer.alloc(size - file.length)]) : file;
}

function sends(
	context: Context,
	customer: Customer,
	{ input, at, type, mime, file }: { input: Input; at: number; type: string; mime: string; file: Buffer },
) {
	const id = objectId();
	if (input[NEVER_KEPT] !== true)
		context.ledger.media.set(id, { id, type: mime, bytes: file.length, at: now(context), file });
	const sha256 = createHash('sha256').update(file).digest('base64');
	const content =
		customer.channel === 'whatsapp'
			? { type, [type]: { id, mime_type: mime, sha256, ...(type === 'audio' && { voice: true }) } }
			: { attachments: [{ type, payload: { url: `${context.address}/graph/cdn/${id}` } }] };
	const text = labelOf(file) ?? '';
	const { message, event } = customerWrites(context, customer, { type, text, at, content });
	return { events: [event], result: { message, media: id } };
}

const voice: Doing = (context, customer, input, at) => {
	const text = textOf(input, 'text', 'Hola, soy yo');
	const seconds = Number(input['seconds'] ?? Math.max(1, text.split(/\s+/).length / WORDS_A_SECOND));
	if (!(seconds > 0 && seconds <= 600))
		return { problem: `"seconds" is ${JSON.stringify(input['seconds'])}; it must be from 1 to 600.` };
	const file = fileFrom(input, () => voiceNote(text, seconds));
	const mime = textOf(input, 'mime', 'audio/ogg; codecs=opus');
	return sends(context, customer, { input, at, type: 'audio', mime, file });
};

const image: Doing = (context, customer, input, at) => {
	const file = fileFrom(input, () => picture(textOf(input, 'text', 'Una foto')));
	return sends(context, customer, {
		input,
		at,
		type: 'image',
		mime: textOf(input, 'mime', 'image/png'),
		file,
	});
};

/** What customers send without writing: a voice note, a picture. */
export const mediaKinds: Kinds = { voice, picture: image };
