package dev.sigma.cache.client;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Reads nothing of an answer that is a refusal. */
final class RefusedSubscriber implements BodySubscriber<Void> {

  private final CompletableFuture<Void> body = new CompletableFuture<>();

  RefusedSubscriber(int status) {
    body.completeExceptionally(new CacheRefusedException(status));
  }

  @Override
  public CompletionStage<Void> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.cancel();
  }

  @Override
  public void onNext(List<ByteBuffer> item) {}

  @Override
  public void onError(Throwable failure) {}

  @Override
  public void onComplete() {}
}
