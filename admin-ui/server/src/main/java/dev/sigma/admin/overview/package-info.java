/** What each service says of itself: polled while somebody looks, never altered. */
@org.jspecify.annotations.NullMarked
package dev.sigma.admin.overview;
