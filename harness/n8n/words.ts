/** What is said while n8n is installed and started. */
export const N8N_WORDS = {
	en: {
		waiting: 'Another process is installing n8n; waiting for it …',
		installing: 'Installing n8n {version} (about 3 GB) into {folder}',
		once: 'This happens once and takes five to ten minutes; later runs use what is there.',
		installed: 'n8n {version} is installed ({time}).',
		downloading: 'downloading packages',
		building: 'building {parts}',
		done: 'done after {time}',
		notInstalled: 'n8n could not be installed: "npm {args}" ended with code {code}. {advice}',
		npmSaid: 'npm said',
		connection:
			'Check the connection to the package registry and the free disk space (3 GB), then try again.',
		native:
			"sqlite3 is fetched ready-made from github.com; where that is not reached it is built here, which needs Python 3, make and a C++ compiler, and the C headers of Node: those that came with yours, or from nodejs.org. Make one of the two possible and try again; the packages then come from npm's cache.",
		importing: 'importing {credentials} credentials and {workflows} workflows into n8n',
		starting: 'starting n8n',
		stopIt: 'Stop that program, or choose another port.',
	},
	es: {
		waiting: 'Otro proceso está instalando n8n; se espera a que termine …',
		installing: 'Instalando n8n {version} (unos 3 GB) en {folder}',
		once: 'Pasa una sola vez y toma de cinco a diez minutos; después se usa lo que ya está.',
		installed: 'n8n {version} quedó instalado ({time}).',
		downloading: 'descargando paquetes',
		building: 'compilando {parts}',
		done: 'listo después de {time}',
		notInstalled: 'n8n no se pudo instalar: «npm {args}» terminó con el código {code}. {advice}',
		npmSaid: 'npm dijo',
		connection:
			'Revisa la conexión con el registro de paquetes y el espacio libre en disco (3 GB), y vuelve a intentarlo.',
		native:
			'sqlite3 se baja ya compilado de github.com; si no se llega ahí, se compila aquí, y eso necesita Python 3, make, un compilador de C++ y los encabezados de C de Node: los que vienen con el tuyo o los de nodejs.org. Haz posible una de las dos cosas y vuelve a intentarlo; los paquetes salen entonces de la caché de npm.',
		importing: 'importando {credentials} credenciales y {workflows} flujos en n8n',
		starting: 'iniciando n8n',
		stopIt: 'Detén ese programa o elige otro puerto.',
	},
} as const;

export type Lang = keyof typeof N8N_WORDS;

/** A text with its gaps filled. */
export function filled(text: string, values: Record<string, string | number>): string {
	return text.replace(/\{(\w+)\}/g, (_gap, name: string) => String(values[name]));
}
