package dev.sigma.commands.shell;

import java.util.Arrays;

/**
 * A text together with the place of each character in the command that the user sees. A script
 * inside quotes (of {@code sh -c '...'}) or backticks keeps its true places this way.
 */
public final class SourceText {
  private final String text;
  private final int[] origin;
  private final int emptyOrigin;

  private SourceText(String text, int[] origin, int emptyOrigin) {
    this.text = text;
    this.origin = origin;
    this.emptyOrigin = emptyOrigin;
  }

  /** A text that stands for itself. */
  public static SourceText of(String text) {
    int[] origin = new int[text.length()];
    Arrays.setAll(origin, i -> i);
    return new SourceText(text, origin, 0);
  }

  public String text() {
    return text;
  }

  public int length() {
    return text.length();
  }

  char charAt(int index) {
    return text.charAt(index);
  }

  /** Place in the original command of the character at {@code index}, or of the end. */
  public int originOf(int index) {
    if (index < origin.length) {
      return origin[index];
    }
    return origin.length == 0 ? emptyOrigin : origin[origin.length - 1] + 1;
  }

  /** Place in the original command just past the character before {@code index}. */
  public int endOf(int index) {
    return index == 0 ? originOf(0) : origin[index - 1] + 1;
  }

  public SourceText slice(int from, int to) {
    return new SourceText(
        text.substring(from, to), Arrays.copyOfRange(origin, from, to), originOf(from));
  }

  /** Collects characters from several places. */
  public static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private final int emptyOrigin;
    private int[] origin = new int[16];

    /**
     * Starts empty.
     *
     * @param emptyOrigin place of the text should it stay empty
     */
    public Builder(int emptyOrigin) {
      this.emptyOrigin = emptyOrigin;
    }

    public Builder append(SourceText other) {
      for (int i = 0; i < other.length(); i++) {
        append(other.charAt(i), other.origin[i]);
      }
      return this;
    }

    /** Appends characters that all come from one place. */
    public Builder append(String characters, int place) {
      for (int i = 0; i < characters.length(); i++) {
        append(characters.charAt(i), place);
      }
      return this;
    }

    public Builder append(char c, int place) {
      if (text.length() == origin.length) {
        origin = Arrays.copyOf(origin, origin.length * 2);
      }
      origin[text.length()] = place;
      text.append(c);
      return this;
    }

    public int length() {
      return text.length();
    }

    public SourceText build() {
      return new SourceText(text.toString(), Arrays.copyOf(origin, text.length()), emptyOrigin);
    }
  }
}
