import { CHANNEL_NAMES } from '../../messaging/channel.ts';
import type { AppLabel } from '../../messaging/signing-app.ts';
import type { RefusedDeliveries } from '../../store/accounts/refused-deliveries.ts';
import type { Context } from '../context.ts';
import { html, type Html } from '../html.ts';
import { fill } from '../words/index.ts';
import { actionForm } from './action-form.ts';
import { alarm } from './alarm.ts';

/** What the webhook refused today and why, on top of every view. */
export function refusedDeliveries(context: Context): Html {
	const { t, f, view } = context;
	// What brings no signature does not come from Meta, and nobody has to do anything.
	const refused = view.refused.filter(({ cause }) => cause !== 'no_signature');
	if (refused.length === 0) return '';
	const count = refused.reduce((sum, one) => sum + one.count, 0);
	return alarm(
		fill(t.refused.title, { count: f.number(count) }),
		html`<ul>
			${refused.map((one) => html`<li>${line(context, one)}</li>`)}
		</ul>`,
	);
}

function line(context: Context, one: RefusedDeliveries): Html {
	const { t, f } = context;
	const { cause, channel, account = '', owner, by, lastAt } = one;
	const last = fill(t.refused.last, { time: f.time(new Date(lastAt)) });
	const head = (says: string): Html =>
		html`<p><strong>${f.number(one.count)} × ${says}</strong> (${last})</p>`;
	if (cause !== 'other_app' || channel === undefined) {
		const words =
			t.refused[
				cause === 'wrong_verify_token'
					? 'wrongVerifyToken'
					: cause === 'other_app'
						? 'otherApps'
						: 'wrongSignature'
			];
		return html`<div>
			${head(words.what)}
			<p>${words.todo}</p>
		</div>`;
	}
	const platform = CHANNEL_NAMES[channel];
	if (!owner) return html`<div>${head(fill(t.refused.released, { platform, account }))}</div>`;
	const names = { platform, account, owner: named(context, owner), signer: named(context, by ?? {}) };
	return html`<div>
			${head(fill(t.refused.otherApp.what, names))}
			<p>${t.refused.otherApp.todo}</p>
		</div>
		${actionForm(context, {
			...{ action: 'releaseAccount', target: [channel, account], label: t.refused.release },
			...{
				says: fill(t.refused.releaseFor, { platform, account }),
				confirm: fill(t.refused.confirm, names),
			},
		})}`;
}

function named({ t }: Context, { appId, name }: AppLabel): string {
	const credential = name === undefined ? '' : fill(t.refused.credential, { name });
	if (appId !== undefined) return fill(t.refused.app, { appId }) + (credential && ` (${credential})`);
	return credential ? fill(t.refused.appOf, { credential }) : t.refused.unknownApp;
}
