package dev.sigma.gateway.digest;

import java.util.List;

/**
 * One column of a table.
 *
 * @param title as it was pasted
 * @param head the title in capitals
 * @param names of the rows
 * @param cells one for each name
 */
record Column(String title, String head, List<String> names, List<String> cells) {}
