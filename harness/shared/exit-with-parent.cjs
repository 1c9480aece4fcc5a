// Loaded into a child process before its own code: when the process that started it is gone, however that ended, the
// child ends too, with all it has started. Without it a killed demo would leave n8n behind, holding its port. It ends
// at once: n8n, asked politely, does not get through its shutdown once nobody reads its output.
process.on('disconnect', () =>
	process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGKILL'),
);
process.channel?.unref();
