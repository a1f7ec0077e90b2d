package dev.sigma.gateway.sessions;

/**
 * One exchange of a session.
 *
 * @param user what was sent for the user, request and context
 * @param command what was answered
 */
public record Turn(String user, String command) {

  int characters() {
    return user.length() + command.length();
  }
}
