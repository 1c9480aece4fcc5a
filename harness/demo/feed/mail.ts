import type { NewEntry } from './entries.ts';

/** A mail that a workflow has sent, as the guide shows it: its subject. */
export function mailEntry(mail: string, at: Date): NewEntry {
	const [, subject = ''] = /^Subject: (.*)$/m.exec(mail) ?? [];
	// What is not ASCII stands in codes, each a word of its own.
	const readable = subject.replace(/=\?utf-8\?(Q|B)\?([^?]*)\?=\s*/gi, (_word, kind: string, text: string) =>
		kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString('utf8') : text.replaceAll('_', ' '),
	);
	return { kind: 'mail', at: at.toISOString(), text: readable.trim() };
}
