/**
 * The test environment of jest for Node, with globals that are looked up as Node looks them up. In jest's
 * own every `Math` and `Map` is asked of an interceptor, which makes the laws half as fast again.
 */
const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

module.exports = class NodeEnvironment extends TestEnvironment {
  constructor(...given) {
    const { createContext } = vm;
    const isolated = vm.constants?.DONT_CONTEXTIFY;
    if (isolated !== undefined) vm.createContext = () => createContext(isolated);
    try {
      super(...given);
    } finally {
      vm.createContext = createContext;
    }
  }
};
