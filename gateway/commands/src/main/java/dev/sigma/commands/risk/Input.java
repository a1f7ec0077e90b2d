package dev.sigma.commands.risk;

import dev.sigma.commands.shell.SourceText;
import org.jspecify.annotations.Nullable;

/**
 * What a command finds on its standard input.
 *
 * @param fed whether it is anything but the terminal
 * @param downloaded whether it came from the network
 * @param text the very text, where that is known
 * @param partial whether more comes than the text
 */
record Input(boolean fed, boolean downloaded, @Nullable SourceText text, boolean partial) {

  static final Input TERMINAL = new Input(false, false, null, false);
  static final Input UNSEEN = new Input(true, false, null, false);
  static final Input DOWNLOADED = new Input(true, true, null, false);

  static Input of(SourceText text) {
    return new Input(true, false, text, false);
  }
}
