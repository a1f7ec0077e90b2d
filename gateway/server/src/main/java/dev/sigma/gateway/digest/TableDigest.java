package dev.sigma.gateway.digest;

import java.util.ArrayList;
import java.util.List;

/**
 * What can be computed from pasted tables: extremes of columns and groups of rows. Models whose
 * {@code prompt.json} asks for it were trained with exactly this text; {@code
 * models/sigma/digest.py} says the rules, and {@code digest_cases.jsonl} beside it holds both to
 * the same answers. Total and linear in the paste's length.
 */
public final class TableDigest {

  private static final int MOST_LINES = 12;
  private static final int MOST_CHARACTERS = 1_200;
  private static final int MOST_TABLES = 4;
  private static final int FEWEST_ROWS = 3;

  /** In the order in which they are tried. */
  private static final List<TableForm> FORMS =
      List.of(
          Boxes::read,
          GpuForms::cards,
          GpuForms::processes,
          GpuForms::gpustat,
          FileListing::read,
          HeadedTable::read,
          CommaSeparated::read,
          GpuForms::queried,
          PathSizes::read,
          GitForms::changes,
          GitForms::status,
          BareRows::containers,
          BareRows::read);

  private TableDigest() {}

  /** Up to 12 lines and 1,200 characters; empty where there is nothing sure to say. */
  public static String of(String paste) {
    Lines lines = Lines.of(paste);
    List<List<String>> tables = new ArrayList<>();
    int at = 0;
    while (at < lines.size() && tables.size() < MOST_TABLES) {
      TableForm.Taken taken = first(lines, at);
      List<String> said =
          taken.table().rows().size() >= FEWEST_ROWS ? Statements.of(taken.table()) : List.of();
      if (!said.isEmpty()) {
        tables.add(said);
      }
      at += Math.max(taken.lines(), 1);
    }
    return fitting(tables);
  }

  private static TableForm.Taken first(Lines lines, int at) {
    if (!lines.get(at).isEmpty()) {
      for (TableForm form : FORMS) {
        TableForm.Taken taken = form.read(lines, at);
        if (taken.lines() > 0) {
          return taken;
        }
      }
    }
    return TableForm.Taken.NOTHING;
  }

  private static String fitting(List<List<String>> tables) {
    List<String> out = new ArrayList<>();
    for (List<String> said : tables) {
      int left = MOST_LINES / tables.size();
      int room = MOST_CHARACTERS / tables.size();
      for (String line : said) {
        if (left > 0 && line.length() < room) {
          out.add(line);
          left--;
          room -= line.length() + 1;
        }
      }
    }
    return String.join("\n", out);
  }
}
