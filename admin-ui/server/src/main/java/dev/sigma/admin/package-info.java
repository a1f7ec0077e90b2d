/** The admin UI: login, overview of the services, playground. */
@org.jspecify.annotations.NullMarked
package dev.sigma.admin;
