import { CHANNEL_NAMES } from '../../messaging/channel.ts';
import type { Context } from '../context.ts';
import { html, type Html } from '../html.ts';
import type { PausedAccount } from '../view.ts';
import { fill } from '../words/index.ts';
import { pauseInSpanish } from '../words/sentences-es.ts';
import { alarm } from './alarm.ts';
import { actionForm } from './action-form.ts';

/** The accounts for which nothing is sent, on top of every view. */
export function pausedAccounts(context: Context): Html {
	const { pausedAccounts: paused } = context.view;
	if (paused.length === 0) return '';
	return alarm(
		context.t.accounts.title,
		html`<ul>
			${paused.map((one) => html`<li>${line(context, one)}</li>`)}
		</ul>`,
	);
}

function line(context: Context, { channel, account, since, until, reason, onlyFor }: PausedAccount): Html {
	const { t, f, view } = context;
	const platform = CHANNEL_NAMES[channel];
	const ends = until ? fill(t.accounts.until, { until: f.moment(until) }) : t.accounts.untilResumed;
	return html`<div>
			<p><strong>${fill(t.accounts.line, { platform, account, since: f.moment(since) })}</strong>, ${ends}</p>
			${onlyFor === undefined ? '' : html`<p>${fill(t.accounts.onlyFor, { name: onlyFor })}</p>`}
			<p>${view.lang === 'es' ? pauseInSpanish(reason) : reason}</p>
		</div>
		${actionForm(context, {
			...{ action: 'resumeAccount', target: [channel, account], kind: 'primary' },
			...{ label: t.accounts.resume, says: fill(t.accounts.resumeFor, { platform, account }) },
		})}`;
}
