import type { MediaFailure } from './media.ts';

/** Why a voice note or picture was not understood, for screens, logs and the model. */
export const MEDIA_FAILURE_WORDS: Record<MediaFailure, { en: string; es: string }> = {
	too_large: { en: 'the file is too large', es: 'el archivo es demasiado grande' },
	unsupported_type: {
		en: 'the file is of a type that cannot be transcribed',
		es: 'el archivo es de un tipo que no se puede transcribir',
	},
	no_picture: { en: 'the file is no picture', es: 'el archivo no es una imagen' },
	expired: { en: 'Meta no longer has the file', es: 'Meta ya no tiene el archivo' },
	wrong_address: {
		en: 'its address is none of Meta',
		es: 'su dirección no es de Meta',
	},
	no_words: { en: 'no words were heard in it', es: 'no se oyeron palabras' },
	not_accepted: {
		en: 'the model server did not accept the file',
		es: 'el servidor del modelo no aceptó el archivo',
	},
	no_transcription: {
		en: 'the model server offers no transcription, or not this model',
		es: 'el servidor del modelo no ofrece transcripción, o no este modelo',
	},
	server_refused: {
		en: 'the model server refused the request',
		es: 'el servidor del modelo rechazó la solicitud',
	},
	no_credential: {
		en: 'the credential of Meta that may fetch it is missing or was refused',
		es: 'la credencial de Meta que puede descargarlo falta o fue rechazada',
	},
	not_fetched: {
		en: 'it could not be fetched from Meta for the moment',
		es: 'por el momento no se pudo descargar de Meta',
	},
	server_unavailable: {
		en: 'the model server does not answer for the moment',
		es: 'el servidor del modelo no responde por el momento',
	},
	gave_up: { en: 'it was tried for a day in vain', es: 'se intentó un día entero sin éxito' },
};
