/** What is said before a command begins. */
const WORDS = {
	en: {
		installing: 'Installing the development tools with npm ci ({reason}). This takes about a minute.',
		missing: 'node_modules is missing or incomplete',
		different: '{place} is not as package-lock.json says',
		otherWay: 'npm ci did not work here; trying npm install with the same lock file.',
		node: 'Fetching Node {version} for this project (it stays inside node_modules) …',
		wayOut: 'See the lines above; check the connection to the package registry and try again.',
	},
	es: {
		installing: 'Instalando las herramientas con npm ci ({reason}). Toma cerca de un minuto.',
		missing: 'node_modules falta o está incompleta',
		different: '{place} no está como dice package-lock.json',
		otherWay: 'npm ci no funcionó aquí; se intenta npm install con las mismas versiones.',
		node: 'Bajando Node {version} para este proyecto (queda dentro de node_modules) …',
		wayOut:
			'Mira las líneas de arriba; revisa la conexión con el registro de paquetes y vuelve a intentarlo.',
	},
};

/** The words for a command: the demo is in Spanish unless it is told otherwise, everything else in English. */
export function wordsFor(args) {
	const isDemo = args.some((arg) => /^scripts[\\/]demo\.ts$/.test(arg));
	const isEnglish = /(^|\s)--lang[ =]en(\s|$)/.test(args.join(' '));
	return WORDS[isDemo && !isEnglish ? 'es' : 'en'];
}
