import type { Language } from './options.ts';

/** What the demo says in the terminal. */
export const DEMO_WORDS = {
	es: {
		building: 'construyendo el paquete',
		phoneReady: 'el teléfono y la guía están listos; n8n se prepara en segundo plano',
		taken: 'n8n está listo y sigue con todo',
		failed: 'n8n no se pudo preparar; la demo sigue con el motor solo. Qué pasó:',
		trouble: 'el motor encontró un problema y lo intenta de nuevo: {message}',
		ending: 'terminando …',
		ended: 'terminado',
		kept: 'terminado; la carpeta de n8n queda en {folder}',
		editorPort: 'el editor de n8n',
		phonePort: 'el teléfono',
		wayOut: 'Detén ese programa o elige otros puertos, por ejemplo: npm run demo -- --port {port}',
		editor: 'Abrir el flujo en n8n',
		dashboard: 'Tablero',
	},
	en: {
		building: 'building the package',
		phoneReady: 'phone and guide are ready; n8n is being set up in the background',
		taken: 'n8n is ready and goes on with everything',
		failed: 'n8n could not be set up; the demo goes on with the engine alone. What happened:',
		trouble: 'the engine met a problem and tries again: {message}',
		ending: 'ending …',
		ended: 'ended',
		kept: "ended; n8n's folder is kept in {folder}",
		editorPort: 'the n8n editor',
		phonePort: 'the phone',
		wayOut: 'Stop that program, or choose other ports, e.g. npm run demo -- --port {port}',
		editor: 'Open the workflow in n8n',
		dashboard: 'Dashboard',
	},
} as const satisfies Record<Language, Record<string, string>>;
