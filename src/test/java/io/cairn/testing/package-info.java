/** Testing: a real PostgreSQL, the whole program on a free port, and a counter of statements, for every module's tests. */
package io.cairn.testing;
