package dev.sigma.benchmarks;

import dev.sigma.benchmarks.EvalItem.Turn;
import dev.sigma.benchmarks.Question.Exchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks a source everything that stands in the items: several items at a time, turns in order. */
final class Asking {
  private static final int PROGRESS_EVERY = 50;

  private final CommandSource source;
  private final Judge judge;
  private final int alternatives;

  /**
   * @param alternatives how many further commands are asked for each time
   */
  Asking(CommandSource source, Judge judge, int alternatives) {
    this.source = source;
    this.judge = judge;
    this.alternatives = alternatives;
  }

  /**
   * Predictions in the order of the items and their turns.
   *
   * @param parallel items at a time
   * @throws IOException where the server cannot be reached: that ends the evaluation
   */
  List<Prediction> all(List<EvalItem> items, int parallel)
      throws IOException, InterruptedException {
    List<Prediction> predictions = new ArrayList<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(parallel)) {
      List<Future<List<Prediction>>> running = new ArrayList<>();
      for (EvalItem item : items) {
        running.add(executor.submit(() -> conversation(item)));
      }
      int asked = 0;
      try {
        for (Future<List<Prediction>> conversation : running) {
          predictions.addAll(conversation.get());
          if (++asked % PROGRESS_EVERY == 0) {
            System.err.println("  " + asked + " of " + items.size() + " asked");
          }
        }
      } catch (ExecutionException e) {
        executor.shutdownNow();
        throw new IOException(e.getCause());
      }
    }
    return predictions;
  }

  private List<Prediction> conversation(EvalItem item) throws IOException, InterruptedException {
    List<Prediction> predictions = new ArrayList<>();
    List<Exchange> earlier = new ArrayList<>();
    String session = item.turns().size() > 1 ? "eval-" + UUID.randomUUID() : "";
    for (int i = 0; i < item.turns().size(); i++) {
      Turn turn = item.turns().get(i);
      Question question =
          new Question(turn.request(), turn.context(), session, List.copyOf(earlier), alternatives);
      Prediction prediction = ask(item, i, question);
      predictions.add(prediction);
      if (!prediction.command().isEmpty()) {
        earlier.add(new Exchange(question.userTurn(), prediction.command()));
      }
    }
    return predictions;
  }

  private Prediction ask(EvalItem item, int turn, Question question)
      throws IOException, InterruptedException {
    Answer answer = Answer.NONE;
    String error = "";
    try {
      answer = source.answer(question);
    } catch (AnswerException e) {
      error = String.valueOf(e.getMessage());
      System.err.println("sigma: " + question.request() + ": " + error);
    }
    Expectation expectation = item.turns().get(turn).expectation();
    return new Prediction(item, turn, answer, error, judge.of(expectation, answer.command()));
  }
}
