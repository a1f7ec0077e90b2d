package dev.sigma.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigma.engine.model.ModelFormatException;
import dev.sigma.engine.text.ChatTemplate.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrefixChatTemplateTest {

  private static final String CONFIG =
      """
      {"chat_template":"{% for %}","sigma_chat_template":{"prefix":{"system":"<|system|>",
       "user":"<|user|>","assistant":"<|assistant|>"},"suffix":"<|end|>",
       "generation":"<|assistant|>"}}
      """;
  private static final List<Message> TURNS =
      List.of(
          new Message("system", "os"),
          new Message("user", "<|end|>"),
          new Message("assistant", "ls"),
          new Message("user", ""));

  @TempDir Path folder;

  private BpeTokenizer tokenizer;

  @BeforeEach
  void readTokenizer() {
    tokenizer = new TokenizerJson().tokenizer(folder);
  }

  @Test
  void prompt_turns_areControlContentControl() throws IOException {
    assertThat(read(CONFIG).prompt(TURNS.subList(0, 1), 99))
        .containsExactly(1, 6 + 'o', 6 + 's', 4, 3);
    int[] forged = read(CONFIG).prompt(TURNS.subList(1, 2), 99);
    assertThat(forged).startsWith(2, 6 + '<', 6 + '|').endsWith(6 + '>', 4, 3).hasSize(10);
  }

  @Test
  void prompt_moreTurns_isAppendOnly() throws IOException {
    PrefixChatTemplate template = read(CONFIG);
    int[] whole = template.prompt(TURNS, 99);
    int[] start = template.prompt(TURNS.subList(0, 2), 99);
    assertThat(Arrays.copyOf(whole, start.length)).isEqualTo(start);
    assertThat(whole).endsWith(2, 4, 3);
  }

  @Test
  void prompt_limit_isThatOfTheWhole() throws IOException {
    PrefixChatTemplate template = read(CONFIG);
    int length = template.prompt(TURNS, 99).length;
    assertThat(template.prompt(TURNS, length)).hasSize(length);
    for (int limit = 0; limit < length; limit++) {
      int most = limit;
      assertThatThrownBy(() -> template.prompt(TURNS, most))
          .isInstanceOf(TokenLimitException.class)
          .hasMessage("messages: too many tokens (expected: at most %d)", most);
    }
  }

  @Test
  void prompt_unknownRole_isRefused() throws IOException {
    PrefixChatTemplate template = read(CONFIG);
    assertThatThrownBy(() -> template.prompt(List.of(new Message("tool", "x")), 99))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("role: tool (expected: one of [assistant, system, user])");
  }

  @Test
  void read_noneOrNotControl_isRefused() {
    assertThatThrownBy(() -> read("{\"chat_template\":\"x\"}"))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("tokenizer_config.json: sigma_chat_template: missing (expected: {");
    assertThatThrownBy(() -> read(CONFIG.replace("\"<|end|>\"", "\"end\"")))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining(
            "sigma_chat_template.suffix: \"end\" (expected: the name of a control");
    assertThatThrownBy(() -> read(CONFIG.replace("\"user\"", "\"human\"")))
        .hasMessageContaining("sigma_chat_template.prefix.user: missing");
  }

  private PrefixChatTemplate read(String config) throws IOException {
    Path file = Files.writeString(folder.resolve("tokenizer_config.json"), config);
    return PrefixChatTemplate.read(file, tokenizer);
  }
}
