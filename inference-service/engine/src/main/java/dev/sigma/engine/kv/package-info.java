/** K/V blocks: allocation, block tables, the hash chain and the local prefix index. */
@org.jspecify.annotations.NullMarked
package dev.sigma.engine.kv;
