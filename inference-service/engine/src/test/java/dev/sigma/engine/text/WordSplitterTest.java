package dev.sigma.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordSplitterTest {

  private static final String LLAMA3 =
      "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}|"
          + " ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

  @Test
  void split_gpt2() {
    assertThat(words(new TokenizerJson(), "I'll list  2048 files!\n\n x\u00a0y  "))
        .containsExactly(
            "I", "'ll", " list", " ", " 2048", " files", "!", "\n\n", " x", "\u00a0", "y", "  ");
    // \s is Unicode white space: NEL, ideographic and no-break space are, zero-width space is not.
    assertThat(words(new TokenizerJson(), "a\u0085\u3000b\u200bc"))
        .containsExactly("a", "\u0085", "\u3000", "b", "\u200b", "c");
  }

  @Test
  void split_llama3() {
    assertThat(words(new TokenizerJson().split(LLAMA3, false), "DON'T\tgo 12345 <x>\r\n  数据🚀!"))
        .containsExactly(
            "DON", "'T", "\tgo", " ", "123", "45", " <", "x", ">\r\n", " ", " 数据", "🚀!");
    // Long s folds to s, as in Oniguruma.
    assertThat(words(new TokenizerJson().split(LLAMA3, false), "'ſ'")).containsExactly("'ſ", "'");
  }

  @Test
  void split_bundled_cutsDigitsOneByOne() {
    assertThat(words(new TokenizerJson().split(TokenizerJson.SPLIT, false), "port 80 ½²Ⅷ१ a--b"))
        .containsExactly("port", " ", "8", "0", " ", "½", "²", "Ⅷ", "१", " a", "--", "b");
  }

  @Test
  void split_digitsStep_comesFirst() {
    assertThat(words(new TokenizerJson().split("\\s?\\p{L}+", true), "a1 bc23"))
        .containsExactly("a", "1", " bc", "2", "3");
  }

  @Test
  void split_anyText_losesNothing() {
    String text = " \t\n\r\n\n  mixed  \u2003ÀÉ e\u0301 \u0000\u0001 👩‍💻 $(x) ${y} \u2028 \n";
    for (TokenizerJson json :
        List.of(
            new TokenizerJson(),
            new TokenizerJson().split(LLAMA3, true),
            new TokenizerJson().split(TokenizerJson.SPLIT, false))) {
      assertThat(String.join("", words(json, text))).isEqualTo(text);
    }
    assertThat(words(new TokenizerJson(), "")).isEmpty();
  }

  private static List<String> words(TokenizerJson json, String text) {
    return WordSplitter.of(json.root.path("pre_tokenizer")).split(text);
  }
}
