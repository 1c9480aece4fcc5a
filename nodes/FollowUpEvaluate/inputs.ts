/**
 * The inputs as an n8n expression: the one for a chat model is there only when it is asked for. Written out as text,
 * because n8n runs it in the browser and on the server, where nothing of this package is.
 */
export const inputs = `={{ (({ decideBy }) => decideBy === 'connectedModel'
	? [{ type: 'main' }, { type: 'ai_languageModel', displayName: 'Chat Model', required: true, maxConnections: 1 }]
	: [{ type: 'main' }])($parameter) }}` as const;
