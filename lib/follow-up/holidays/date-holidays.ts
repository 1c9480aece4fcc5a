/** The library with its data of all countries: a file of its own in the package, read when a place is first asked about. */
export { default as Holidays } from 'date-holidays';
