package dev.sigma.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What {@code ./sigma eval} can be asked to do; one at a time. */
enum EvalMode {
  REQUESTS("--requests") {
    @Override
    List<EvalItem> read(Path file) throws IOException {
      return EvalFiles.requests(file);
    }

    @Override
    List<Measurement> figures(List<Prediction> predictions) {
      return List.of();
    }
  },
  REGEX("--regex") {
    @Override
    List<EvalItem> read(Path file) throws IOException {
      return EvalFiles.patterns(file);
    }

    @Override
    List<Measurement> figures(List<Prediction> predictions) {
      return List.of(Rate.right("regex_match", predictions));
    }
  },
  SESSIONS("--sessions") {
    @Override
    List<EvalItem> read(Path file) throws IOException {
      return EvalFiles.objects(file, Form.SESSION);
    }

    @Override
    List<Measurement> figures(List<Prediction> predictions) {
      return List.of(
          Rate.right("followup", predictions.stream().filter(p -> p.turn() > 0).toList()));
    }
  },
  CMDGEN("--cmdgen") {
    @Override
    List<EvalItem> read(Path file) throws IOException {
      List<EvalItem> items = new ArrayList<>();
      for (Path one : EvalFiles.within(file, CMDGEN_FILES)) {
        items.addAll(EvalFiles.objects(one, Form.CMDGEN));
      }
      return items;
    }

    @Override
    List<Measurement> figures(List<Prediction> predictions) {
      return Rate.rightByFile("cmdgen_", predictions);
    }
  },
  CONTEXT("--context") {
    @Override
    List<EvalItem> read(Path file) throws IOException {
      return EvalFiles.objects(file, Form.CONTEXT);
    }

    @Override
    List<Measurement> figures(List<Prediction> predictions) {
      return List.of(Rate.right("context", predictions));
    }
  },
  EXECUTE("--execute") {
    @Override
    List<EvalItem> read(Path file) throws IOException {
      return EvalFiles.objects(file, Form.EXECUTE);
    }

    @Override
    List<Measurement> figures(List<Prediction> predictions) {
      return List.of(Rate.right("execution", predictions));
    }
  },
  PAIRS("--pairs") {
    @Override
    List<EvalItem> read(Path file) throws IOException {
      return EvalFiles.objects(file, Form.PAIRS);
    }

    @Override
    List<Measurement> figures(List<Prediction> predictions) {
      return PairMetrics.of(predictions);
    }
  },
  CALIBRATION("--calibration") {
    @Override
    List<EvalItem> read(Path file) throws IOException {
      return EvalFiles.anyForm(file);
    }

    @Override
    List<Measurement> figures(List<Prediction> predictions) {
      return CalibrationMetrics.of(predictions);
    }
  };

  private static final String CMDGEN_FILES = "cmdgen-*.jsonl";

  private final String option;

  EvalMode(String option) {
    this.option = option;
  }

  /**
   * The mode that the options name.
   *
   * @throws UsageException where they name none or several
   */
  static EvalMode of(Options options) {
    List<EvalMode> named =
        Arrays.stream(values()).filter(mode -> options.has(mode.option)).toList();
    if (named.size() != 1) {
      List<String> all = Arrays.stream(values()).map(EvalMode::option).toList();
      throw new UsageException(
          "eval: "
              + named.stream().map(EvalMode::option).toList()
              + " (expected: one of "
              + all
              + ")");
    }
    return named.getFirst();
  }

  String option() {
    return option;
  }

  /** How many further commands are asked for, each time. */
  int alternatives() {
    return this == PAIRS ? PairMetrics.ALTERNATIVES : 0;
  }

  abstract List<EvalItem> read(Path file) throws IOException;

  abstract List<Measurement> figures(List<Prediction> predictions);

  List<EvalItem> items(List<Path> files) throws IOException {
    List<EvalItem> items = new ArrayList<>();
    for (Path file : files) {
      items.addAll(read(file));
    }
    return items;
  }
}
