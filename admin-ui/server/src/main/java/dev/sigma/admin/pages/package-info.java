/** The web pages, served from memory, and the headers that every answer has. */
@org.jspecify.annotations.NullMarked
package dev.sigma.admin.pages;
