import type { ErrorClass, ErrorRow } from '../../lib/messaging/errors/table.ts';

const CLASSES: Record<ErrorClass, string> = {
	retry: 'Not accepted; tried again later, a bounded number of times',
	uncertain: 'Left open whether it was accepted; never sent again on its own, settled by its status',
	window_closed: 'Not sent; only a template may go now',
	held_back: 'Not sent; no marketing template goes to this customer for a day',
	contact: 'Not sent; this customer cannot be reached this way',
	opt_out: 'Not sent; this customer gets no marketing any more',
	message: 'Not sent; the message has to be changed',
	template: 'Not sent; the template or its variables have to be changed',
	account: 'Sending is paused for the account and goes on by itself after a while, or when it is resumed',
	configuration:
		'Sending is paused for the account and goes on by itself after a while, or when it is resumed',
};

const PLATFORMS: Record<ErrorRow['platform'], string> = {
	all: 'All platforms',
	whatsapp: 'WhatsApp',
	messenger_instagram: 'Messenger and Instagram',
};

const HEAD = `# Error codes of Meta

What a code of Meta means, what becomes of the follow-up, and what to do. The same holds whether Meta refuses a message at
once or reports it later as failed. Codes that stand in no table end the message: it is never repeated on a guess.

This page is made from \`lib/messaging/errors/table.ts\` by \`npm run docs\`; edit the table, not the page.
`;

/** The page docs/error-codes.md. */
export function errorCodesPage(rows: readonly ErrorRow[]): string {
	const classes = Object.entries(CLASSES).map(([name, text]) => `| \`${name}\` | ${text} |`);
	const parts = Object.entries(PLATFORMS).map(([platform, title]) =>
		[
			`## ${title}\n`,
			'| Code | Class | What happened | What to do | When again |',
			'|---|---|---|---|---|',
			...rows.filter((row) => row.platform === platform).map(line),
		].join('\n'),
	);
	const table = ['## Classes\n', '| Class | What becomes of the message |', '|---|---|', ...classes].join(
		'\n',
	);
	return `${[HEAD, table, ...parts].join('\n\n').replaceAll('\n\n\n', '\n\n')}\n`;
}

function line({
	code,
	to,
	subcode,
	class: kind,
	meaning,
	advice,
	retryAfterMs,
	retryFactor,
	pauseMs,
}: ErrorRow): string {
	const name = `${code}${to === undefined ? '' : `–${to}`}${subcode === undefined ? '' : ` / ${subcode}`}`;
	const again =
		pauseMs !== undefined
			? `account paused for ${duration(pauseMs)}`
			: retryAfterMs !== undefined
				? `after ${duration(retryAfterMs)}, then ${retryFactor ?? 2} times as long each time`
				: '';
	return `| ${name} | \`${kind}\` | ${meaning} | ${advice} | ${again} |`;
}

function duration(ms: number): string {
	const [size, unit] =
		ms >= 3_600_000
			? [ms / 3_600_000, 'hour']
			: ms >= 60_000
				? [ms / 60_000, 'minute']
				: [ms / 1_000, 'second'];
	return `${size} ${unit}${size === 1 ? '' : 's'}`;
}
