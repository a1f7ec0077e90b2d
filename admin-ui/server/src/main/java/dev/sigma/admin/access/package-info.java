/** Who may use the admin UI: the password, sessions, what a browser must send. */
@org.jspecify.annotations.NullMarked
package dev.sigma.admin.access;
