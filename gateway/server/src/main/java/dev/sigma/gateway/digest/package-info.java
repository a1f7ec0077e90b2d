/** What pasted tables say, in words that a small model copies from (models/sigma/digest.py). */
@org.jspecify.annotations.NullMarked
package dev.sigma.gateway.digest;
