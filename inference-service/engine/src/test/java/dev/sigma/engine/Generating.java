package dev.sigma.engine;

import dev.sigma.engine.sampling.SamplingParameters;
import dev.sigma.engine.schedule.GenerationListener;
import dev.sigma.engine.schedule.GenerationRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs one generation on an engine and waits for it. */
final class Generating {

  private Generating() {}

  static List<Integer> greedy(Engine engine, int[] prompt)
      throws InterruptedException, ExecutionException, TimeoutException {
    List<Integer> ids = new ArrayList<>();
    CompletableFuture<List<Integer>> done = new CompletableFuture<>();
    engine.submit(
        new GenerationRequest("a", prompt, 20, SamplingParameters.GREEDY, List.of(), 0),
        new GenerationListener() {
          @Override
          public void onToken(GeneratedToken token) {
            ids.add(token.id());
          }

          @Override
          public void onFinished(FinishReason reason, GenerationUsage usage) {
            done.complete(ids);
          }

          @Override
          public void onFailed(RuntimeException cause) {
            done.completeExceptionally(cause);
          }
        });
    return done.get(30, TimeUnit.SECONDS);
  }
}
