/**
 * How many customers are written to at the same time. With answers of 150 ms that is more than a number may send (80 a
 * second), and few enough that a run which is cut off leaves few outcomes unknown.
 */
export const PARALLEL = 16;
