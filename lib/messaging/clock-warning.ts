import { CHANNEL_NAMES, type Channel } from './channel.ts';

/** What the log says of a clock that does not fit what Meta delivers. */
export function clockWarning(found: { channel: Channel; account: string; offMs: number }): string {
	const { channel, account, offMs } = found;
	const minutes = Math.round(Math.abs(offMs) / 60_000);
	const to = `the ${CHANNEL_NAMES[channel]} account ${account}`;
	const seen =
		offMs < 0
			? `Meta delivers events to ${to} that are dated ${minutes} minutes in the future: the clock is at least that far behind`
			: `Nothing that Meta delivers to ${to} is younger than ${minutes} minutes: the clock is that far ahead, or Meta is that late`;
	return `${seen}. Set the clock of this machine (with Postgres: of the database server) and switch its time service on. While it differs by more than the safety margin no follow-up goes out; they go on by themselves when deliveries fit the clock again.`;
}
