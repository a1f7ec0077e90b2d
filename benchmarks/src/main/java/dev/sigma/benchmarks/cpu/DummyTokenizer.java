package dev.sigma.benchmarks.cpu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files of a byte-level tokenizer that merges nothing: the 256 bytes, and one control token.
 * Contenders want one; what is measured are token ids.
 */
final class DummyTokenizer {

  /** Id of the control token. */
  static final int CONTROL_ID = 256;

  private static final String CONTROL = "<|turn|>";

  private DummyTokenizer() {}

  static void write(Path folder) throws IOException {
    JsonMapper mapper = JsonMapper.shared();
    Files.writeString(folder.resolve("tokenizer.json"), mapper.writeValueAsString(tokenizer()));
    ObjectNode config = mapper.createObjectNode().put("eos_token", CONTROL);
    config.put("bos_token", CONTROL).put("unk_token", CONTROL);
    ObjectNode template = config.putObject("sigma_chat_template");
    template
        .putObject("prefix")
        .put("system", CONTROL)
        .put("user", CONTROL)
        .put("assistant", CONTROL);
    template.put("suffix", CONTROL).put("generation", CONTROL);
    Files.writeString(folder.resolve("tokenizer_config.json"), mapper.writeValueAsString(config));
  }

  private static ObjectNode tokenizer() {
    ObjectNode file = JsonMapper.shared().createObjectNode().put("version", "1.0");
    file.putArray("added_tokens")
        .addObject()
        .put("id", CONTROL_ID)
        .put("content", CONTROL)
        .put("single_word", false)
        .put("lstrip", false)
        .put("rstrip", false)
        .put("normalized", false)
        .put("special", true);
    file.putNull("normalizer");
    file.putObject("pre_tokenizer")
        .put("type", "ByteLevel")
        .put("add_prefix_space", false)
        .put("trim_offsets", true)
        .put("use_regex", true);
    file.putObject("decoder").put("type", "ByteLevel");
    ObjectNode model = file.putObject("model").put("type", "BPE").put("byte_fallback", false);
    ObjectNode vocabulary = model.putObject("vocab");
    int beyond = 256;
    for (int b = 0; b < 256; b++) {
      // GPT-2's alphabet: printable Latin-1 stands for itself, the others for characters from 256
      // on
      boolean printable = (b > ' ' && b < 127) || (b > 160 && b != 173);
      vocabulary.put(Character.toString(printable ? b : beyond++), b);
    }
    vocabulary.put(CONTROL, CONTROL_ID);
    model.putArray("merges");
    return file;
  }
}
