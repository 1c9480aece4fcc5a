/** Which part may import which. `npm run lint` fails on an arrow that is not allowed here. */

/** Code of this project, by its top folders. */
const OURS = '^(lib|nodes|credentials|bin|sandbox|scripts|harness|templates|test)/';

/** `from` may import nothing of `to`; both are patterns of paths from the root. */
const never = (name, from, to, comment) => ({
	...{ name, comment, severity: 'error' },
	...{ from: { path: from }, to: { path: to } },
});

export default {
	forbidden: [
		{
			name: 'no-circles',
			comment: 'Files that import each other can be read, tested and changed only together.',
			severity: 'error',
			from: {},
			to: { circular: true },
		},
		never(
			'engine-without-n8n',
			'^lib/',
			'^(nodes|credentials|bin|sandbox|scripts|harness|templates|test)/|^node_modules/n8n-',
			'The engine is used and tested without n8n.',
		),
		never(
			'nodes-by-one-door',
			'^(nodes|bin)/',
			'^lib/(?!index\\.ts$)',
			'All nodes share one bundled engine and with it one store.',
		),
		never(
			'nodes-stand-alone',
			'^(nodes|credentials|bin)/',
			'^(sandbox|scripts|harness|templates|test)/',
			'What is published needs nothing of the workshop.',
		),
		never(
			'sandbox-shares-nothing',
			// Its program reads a command line as all of them do.
			'^sandbox/(?!main\\.ts$)',
			'^(lib|nodes|credentials|scripts|harness|templates|test)/',
			'A judge that shares code with the engine shares its mistakes.',
		),
		never(
			'harness-below',
			'^harness/',
			'^(scripts|test)/',
			'Scripts and tests stand on the harness, not the other way round.',
		),
		never(
			'templates-below',
			'^templates/',
			'^(scripts|test|sandbox|lib|nodes)/',
			'The workflows are data; nothing has to run to write them.',
		),
		never('scripts-without-tests', '^scripts/', '^test/', 'What users run does not come from the tests.'),
		never(
			'tests-without-scripts',
			'^test/',
			'^scripts/(?!docs/)',
			'What tests need of a script belongs in the harness.',
		),
		never(
			'messaging-on-the-ground',
			'^lib/messaging/',
			'^lib/(?!messaging/)',
			'Channels, keys, events and windows are known to all and know nobody.',
		),
		never(
			'rules-without-wire-and-tables',
			'^lib/follow-up/',
			'^lib/(ai|channels|meta|store|statistics|dashboard|backtest)/',
			'Rules are pure: neither the form of Meta nor SQL reaches them.',
		),
		never(
			'model-without-store',
			'^lib/ai/',
			'^lib/(channels|store|statistics|dashboard|backtest)/',
			'A decision is made from what it is given.',
		),
		never(
			'meta-without-store',
			'^lib/(meta|channels)/',
			'^lib/(ai|store|statistics|dashboard|backtest)/',
			'Parsing and sending are tried without a database.',
		),
		never(
			'meta-below-channels',
			'^lib/meta/',
			'^lib/channels/',
			"Meta's envelope and its Graph API are the same for every channel.",
		),
		{
			name: 'channels-apart',
			comment: 'A change for one channel must not reach another; what two share has a folder of its own.',
			severity: 'error',
			from: { path: '^lib/channels/([^/]+)/' },
			to: {
				path: '^lib/channels/',
				pathNot: '^lib/channels/($1|messenger-platform)/|^lib/channels/(channel-driver|complaints)[.]ts$',
			},
		},
		never(
			'channel-facts-without-each-other',
			'^lib/messaging/channels/(?!index[.]ts$)',
			'^lib/messaging/(?!channels/|(pace|phone-writings)[.]ts$)',
			'What is special about a channel is data that everything else may ask.',
		),
		never(
			'statistics-below-the-store',
			'^lib/statistics/',
			'^lib/(store|dashboard|backtest|ai|meta|channels)/',
			'Counting is pure; the store feeds it.',
		),
		never(
			'store-below-its-readers',
			'^lib/store/',
			'^lib/(dashboard|backtest|ai|channels)/',
			'Pages and replays read the store; it does not know them.',
		),
		never(
			'intake-on-top',
			'^lib/(?!intake/|index[.]ts$)',
			'^lib/intake/',
			'The intake puts parser and store together; neither knows that it is one.',
		),
		never(
			'database-on-the-ground',
			'^lib/store/database/',
			'^lib/store/(?!database/)',
			'Drivers, tables and migrations carry all rooms above.',
		),
		never(
			'accounts-below-conversations',
			'^lib/store/accounts/',
			'^lib/store/(?!database/|accounts/)',
			'A pause or a price belongs to the account, whoever is written to.',
		),
		never(
			'conversations-below-the-queue',
			'^lib/store/conversations/',
			'^lib/store/(?!database/|accounts/|conversations/)',
			'Reads of conversations serve the queue.',
		),
		never(
			'chatbots-below-the-queue',
			'^lib/store/chatbots/',
			'^lib/store/(?!database/|accounts/|conversations/|chatbots/)',
			'Which follow-ups there are does not depend on what is planned.',
		),
		never(
			'queue-below-contacts',
			'^lib/store/queue/',
			'^lib/store/(contacts|ingest|sending|manage|statistics)/',
			'What customers do ends what is planned, so contacts stand on the queue.',
		),
		never(
			'contacts-below-ingest',
			'^lib/store/contacts/',
			'^lib/store/(ingest|sending|manage|statistics)/',
			'Deliveries, sends and people by hand all write through contacts.',
		),
		never(
			'ingest-apart',
			'^lib/store/ingest/',
			'^lib/store/(manage|sending|statistics)/',
			'Taking in and acting by hand meet in contacts and queue.',
		),
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		includeOnly: `${OURS}|^node_modules/n8n-`,
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
	},
};
