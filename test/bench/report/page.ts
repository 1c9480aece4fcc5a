import type { Figure } from '../figure.ts';
import type { Results } from './results.ts';
import { table } from './table.ts';

const HOW = `## What is compared

**By hand** is what a builder makes today of the nodes that n8n brings: the built-in WhatsApp Trigger, a Data Table with one
row per customer (last message, transcript), the OpenAI node for each customer message, IF nodes, a Wait node of 4 hours, a
second look at the table, and an HTTP Request node that sends (the WhatsApp node takes the + off the number, which the sandbox
refuses). *Defaults* leaves the trigger as it is dropped on the canvas:
message updates with all statuses. *Best settings* takes message updates only. The workflow is in
[test/bench/n8n/hand-made.ts](../test/bench/n8n/hand-made.ts).

**Ours** is the workflow of the appointment template: trigger, Follow-Up Due Trigger every 5 seconds, Follow-Up Evaluate,
Follow-Up Schedule in Queue mode with the embedded store, Meta Messaging. *Plan without execution* is the setting of that name
of the trigger; *with executions* is without it. At most 4,800 follow-ups a minute (Meta's limit; the setting's default is
600, which spreads a backlog on purpose); where single lives are measured, one follow-up per execution, as when they come due
hours apart.

Each way has an n8n and a [sandbox](../sandbox/README.md) of its own on the same machine, all with the same settings; they get
the same customers, in turns. Triggers are compared within one n8n. n8n's WhatsApp Trigger knows no address but graph.facebook.com;
a file loaded into the bench's n8n (test/bench/n8n/preload/) sends those requests to the sandbox. Executions are saved as n8n
does unless told otherwise.

- A *run* is an execution that starts, or one that resumes after waiting.
- A *life* is: customer message, answer of the business by another program, three statuses, follow-up, three statuses. So that
  4 hours do not take 4 hours, the bench moves the stored times: \`waitTill\` of waiting executions, and in our store everything
  that is past or planned. Wait is left to n8n's own look at waiting executions.
- *Database bytes* are the pages in use of n8n's database and of the embedded store together.
- *Tokens* are counted with o200k_base over all that is sent to and answered by the model stand-in.
- *Lateness* is the time at which the sandbox has the message less the time it was due.
- What a delivery costs in n8n is mostly n8n's expression engine: it makes an isolate for every webhook call, except for its own
  Webhook node (live-webhooks.js of n8n 2.39.10), and one more to decrypt a credential. Measured once with
  \`N8N_EXPRESSION_ENGINE=legacy\`, which makes none, on the same busy machine: 7.5 ms of processor time per status instead of 60,
  and 18 instead of 168 for the built-in trigger. Recording a status in the store takes 0.65 ms of it.
- Of the 2,000 whose follow-ups come due in one minute, the hand-made n8n makes the first 200 itself: message, call of the model,
  wait, answer, two statuses. Its bytes are measured on these. The others wait in copies of such an execution, with ids, customer,
  message and row of the table of their own, and are resumed and sent by n8n like the first ones
  ([copy-waiting.ts](../test/bench/n8n/copy-waiting.ts)). Ours are all made by the trigger, from webhooks with many updates in each.
- While they are sent, the statuses of one second share a webhook, as Meta may send them, for both. One webhook for each status
  would make both later: 2,000 messages have 4,000, and *status deliveries a second* tells how many n8n takes in.
- Follow-ups that are not sent 3 minutes after the last was due count as late by what was waited for them until then. Resumed all
  at once, waiting executions can fail on n8n's one writing connection to SQLite ("Timeout waiting for lock"); n8n does not
  repeat them.
- *Wait* is set 65 seconds ahead, so that n8n's look at waiting executions, once a minute, finds all of them in time.
- Pages of the dashboard are made up to 20 times, but no more begin after 2 seconds; *runs* says how often. The p99 of so few is
  the slowest of them. A claim is measured 300 times.
- Ratios are taken within one run and the median is shown; what is measured often shows p50 and p99 of all samples.
`;

/** The page about the figures, as a text in Markdown. */
export function benchmarksPage({ parts, machine, samples }: Results): string {
	const figures = parts.flatMap((part) => part.figures);
	const bounded = figures.filter(({ target }) => target !== '');
	const missed = bounded.filter((figure) => figure.missed);
	const days = [...new Set(parts.map(({ startedAt }) => startedAt.slice(0, 10)))].sort();
	return [
		'# Benchmarks',
		'<!-- Made by npm run bench -- --docs <results file>; do not edit. -->',
		`Measured on ${days.join(' and ')} in ${Math.round(parts.reduce((sum, { seconds }) => sum + seconds, 0) / 60)} minutes. Machine: ${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB, ${machine.system}. Node ${machine.node}, n8n ${machine.n8n}, package ${machine.package}.`,
		`Load of the machine in the minute before each part: ${parts.map(({ name, loadBefore }) => `${name} ${loadBefore.toFixed(1)}`).join(', ')}; in one run it is that of the part before, too. Where it is above 2 for another reason the machine was busy, and times, not counts, are worse than they would be. Everything again: \`npm run bench\`; one part: \`npm run bench:n8n\`, \`bench:store\`, \`bench:engine\`. Raw samples of ${Object.keys(samples).length} series are in the file that a run names at its end.`,
		`${bounded.length - missed.length} of ${bounded.length} figures with a target reach it${missed.length > 0 ? `; missed: ${missed.map(({ name }) => name).join('; ')}` : ''}.`,
		'## Figures that have a target',
		table(bounded),
		HOW.trimEnd(),
		'## All figures',
		...parts.flatMap(({ name, figures: all, seconds: took, size, loadBefore, startedAt, commit }) => [
			`### ${name}`,
			`On ${startedAt.slice(0, 10)} at commit ${commit ?? machine.commit}, in ${took} s, ${size.scale === 1 ? 'full size' : `scale ${size.scale} of the full size`}, ${size.runs} runs, seed ${size.seed}; load of the machine in the minute before: ${loadBefore.toFixed(1)}.`,
			table(all),
			notes(all),
		]),
	]
		.join('\n\n')
		.concat('\n');
}

function notes(figures: readonly Figure[]): string {
	const told = new Map<string, string[]>();
	for (const { name, note } of figures) {
		if (note === '') continue;
		const what = name.replace(/, p\d+$| at \d+$| at \d+, p\d+$|, growth .*$/, '');
		told.set(note, [...new Set([...(told.get(note) ?? []), what])]);
	}
	return [...told].map(([note, names]) => `- ${names.join('; ')}: ${note}.`).join('\n');
}
