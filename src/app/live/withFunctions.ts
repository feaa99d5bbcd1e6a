/** The code behind the page of functions and its commands, which is loaded when the first of them is asked for. */
import type * as Functions from './functionServices';

export function withFunctions(): Promise<typeof Functions> {
  return import(/* webpackChunkName: "live" */ './functionServices');
}
