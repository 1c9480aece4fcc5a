// Tells how much processor time and memory this n8n has used, to whoever asks on the given port of this machine.
if (process.env.BENCH_METER_PORT && process.argv.includes('start')) {
	const meter = require('node:http').createServer((_request, response) => {
		response.end(JSON.stringify({ cpu: process.cpuUsage(), memory: process.memoryUsage().rss }));
	});
	meter.listen(Number(process.env.BENCH_METER_PORT), '127.0.0.1');
	meter.unref();
}
