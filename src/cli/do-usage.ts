/** Apart from the command itself, so that listing the usages loads no web socket. */
export const doUsage = 'COMMAND';
