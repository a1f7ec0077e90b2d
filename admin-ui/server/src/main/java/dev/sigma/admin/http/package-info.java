/** Reading bodies within limits. */
@org.jspecify.annotations.NullMarked
package dev.sigma.admin.http;
