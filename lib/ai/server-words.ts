import { readFaultBody } from './fault-body.ts';

/** What client libraries put around the words of a server (those of n8n 2.41.1, 2026-11-30). */
const AROUND = [
	/^\[GoogleGenerativeAI Error\]: (?:Error fetching from \S{1,500} )?(?:\[\d{3}[^\]]{0,60}\] )?/,
	/^API error occurred: Status \d{3}[^{[<]{0,200}?Body: /,
	/^\d{3} (?=\S)/,
	/\s{1,9}Troubleshooting URL: \S{1,300}\s{0,9}$/,
];
/** More is never shown. */
const READ_CHARACTERS = 4_000;

/** The words of a server out of what a client library made of them: an address, a status and a body say nothing to people. */
export function serverWords(message: string): string {
	const bare = AROUND.reduce((left, around) => left.replace(around, ''), message.slice(0, READ_CHARACTERS));
	return saidInJson(bare) ?? (bare.trim() || message);
}

function saidInJson(text: string): string | undefined {
	if (!/^\s{0,9}[[{]/.test(text)) return undefined;
	try {
		return readFaultBody(JSON.parse(text)).message;
	} catch {
		return undefined;
	}
}
