const { removeTemporaryRoot } = require('./temporary-root.js');

module.exports = removeTemporaryRoot;
