/**
 * The version of every node of this package. Never exactly 1: n8n evaluates an expression for each webhook call of a node of
 * version 1 (`parseRequestBody` in its webhook-helpers, read in 2.39.10 and 2.41.1), and with it takes an isolate, which is
 * most of what a delivery costs; from 1.1 on it reads the body itself and asks for none.
 */
export const NODE_VERSION = 1.1;
