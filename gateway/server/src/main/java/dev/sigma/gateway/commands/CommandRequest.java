package dev.sigma.gateway.commands;

import dev.sigma.commands.Shell;
import dev.sigma.edge.ApiException;
import dev.sigma.edge.JsonBody;
import dev.sigma.gateway.digest.TableDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A checked body of {@code POST /v1/commands} (docs/contracts.md).
 *
 * @param request what is wanted, in English
 * @param shell for which shell
 * @param os for which system
 * @param context pasted output that the request speaks of
 * @param session which conversation it belongs to
 * @param alternatives further commands wanted
 * @param stream whether the command is wanted as it forms
 */
record CommandRequest(
    String request,
    Shell shell,
    String os,
    Optional<String> context,
    Optional<String> session,
    int alternatives,
    boolean stream) {

  private static final int LONGEST_REQUEST = 2_000;
  private static final int LONGEST_CONTEXT = 16_000;
  private static final int MOST_ALTERNATIVES = 4;
  private static final Pattern SESSION = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern OS = Pattern.compile("[a-z0-9.-]{1,32}");

  static CommandRequest read(JsonBody body) {
    String request =
        body.text("request")
            .map(CommandRequest::withoutControls)
            .orElseThrow(
                () ->
                    ApiException.invalid(
                        "request", "request: absent (expected: what you want, in English)"));
    bounded("request", request, 1, LONGEST_REQUEST);
    Optional<String> context =
        body.text("context").map(CommandRequest::withoutControls).filter(c -> !c.isEmpty());
    context.ifPresent(c -> bounded("context", c, 0, LONGEST_CONTEXT));
    return new CommandRequest(
        request,
        shell(body.text("shell").orElse("bash")),
        matching("os", body.text("os").orElse("linux"), OS),
        context,
        body.text("session").map(s -> matching("session", s, SESSION)),
        body.integer("alternatives", 0, MOST_ALTERNATIVES).orElse(0L).intValue(),
        body.flag("stream"));
  }

  /** What the model is told as the user's turn. */
  String userTurn() {
    return context.map(c -> request + "\n\nContext:\n" + c).orElse(request);
  }

  /** Likewise, with a digest of the context's tables if it says something and both fit. */
  String digestedUserTurn() {
    String pasted = context.orElse("");
    String digest = TableDigest.of(pasted);
    String told = "\n\nDigest:\n" + digest;
    boolean fits = pasted.length() + told.length() <= LONGEST_CONTEXT;
    return !digest.isEmpty() && fits ? userTurn() + told : userTurn();
  }

  /** What the model is told first. */
  String systemTurn() {
    return "shell=%s os=%s".formatted(shell.name().toLowerCase(Locale.ROOT), os);
  }

  private static Shell shell(String name) {
    return switch (name) {
      case "bash" -> Shell.BASH;
      case "sh" -> Shell.SH;
      case "zsh" -> Shell.ZSH;
      default ->
          throw ApiException.invalid("shell", "shell: not known (expected: bash, sh or zsh)");
    };
  }

  private static void bounded(String name, String text, int least, int most) {
    if (text.length() < least || text.length() > most) {
      throw ApiException.invalid(
          name,
          "%s: %d characters (expected: %d to %d)".formatted(name, text.length(), least, most));
    }
  }

  /** Pasted output carries escape sequences and bells; the model reads spaces for them. */
  private static String withoutControls(String text) {
    StringBuilder clean = new StringBuilder(text);
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      if (Character.isISOControl(c) && c != '\n' && c != '\t') {
        clean.setCharAt(i, ' ');
      }
    }
    return clean.toString().strip();
  }

  private static String matching(String name, String value, Pattern pattern) {
    if (!pattern.matcher(value).matches()) {
      throw ApiException.invalid(name, "%s: not allowed (expected: %s)".formatted(name, pattern));
    }
    return value;
  }
}
