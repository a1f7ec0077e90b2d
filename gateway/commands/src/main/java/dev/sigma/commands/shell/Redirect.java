package dev.sigma.commands.shell;

/**
 * A redirection.
 *
 * @param descriptor number or {@code {name}} before the operator, empty for its default
 * @param operator e.g. {@code >>}
 * @param target file, descriptor, here-string or delimiter of a here-document
 * @param body text of a here-document; empty for any other operator
 */
public record Redirect(
    String descriptor, String operator, Word target, HereDocument body, int start, int end) {
  public boolean isHereDocument() {
    return operator.equals("<<") || operator.equals("<<-");
  }
}
