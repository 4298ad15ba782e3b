/**
 * Runs in the document head, so that it hears of a step in the history before the router does: browsers call the
 * listeners of `popstate` in the order they came, captured or not. leaving.ts answers it.
 */
export const historyScript = `addEventListener('popstate',e=>{window.gatehouseHold?.(e)})`
