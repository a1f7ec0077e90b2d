package dev.sigma.admin.pages;

import org.springframework.http.MediaType;

/**
 * One file of the web pages.
 *
 * @param bytes its content
 * @param type its media type, with the character set
 * @param tag strong entity tag, in quotes
 */
public record Page(byte[] bytes, MediaType type, String tag) {}
