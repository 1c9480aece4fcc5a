// The least that takes in deliveries: a server around the engine, one transaction for each. node plain-server.cjs <engine> <store>
const { createServer } = require('node:http');
const [enginePath, store, secret, planBy] = process.argv.slice(2);
const engine = require(enginePath);

void engine.openStore(JSON.parse(store)).then((open) => {
	const server = createServer(async (request, response) => {
		const chunks = [];
		for await (const chunk of request) chunks.push(chunk);
		const bytes = Buffer.concat(chunks);
		const signed = engine.verifySignature(bytes, request.headers['x-hub-signature-256'], [secret]);
		const { events } = engine.parseWebhook(JSON.parse(bytes.toString()));
		if (signed) await open.ingest(events, await open.now(), { planBy: JSON.parse(planBy) });
		response.writeHead(signed ? 200 : 401, { 'content-length': 2 }).end('OK');
	});
	server.listen(0, '127.0.0.1', () =>
		console.log(JSON.stringify({ listening: `http://127.0.0.1:${server.address().port}` })),
	);
});
