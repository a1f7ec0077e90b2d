package dev.sigma.cache.client;

import java.io.EOFException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Takes the answer to a fetch apart as it comes: 4 bytes of length (big-endian), then the value,
 * again and again. Holds one value, and none of another length than expected.
 */
final class FrameSubscriber implements BodySubscriber<Void> {

  private final int valueBytes;
  private final int most;
  private final CacheClient.Receiver receiver;
  private final CompletableFuture<Void> body = new CompletableFuture<>();
  private final ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
  private ByteBuffer value = ByteBuffer.allocate(0);
  private boolean inValue;
  private int received;
  private Flow.@Nullable Subscription connection;

  /**
   * @param valueBytes of each value
   * @param most values at most
   */
  FrameSubscriber(int valueBytes, int most, CacheClient.Receiver receiver) {
    this.valueBytes = valueBytes;
    this.most = most;
    this.receiver = receiver;
  }

  @Override
  public CompletionStage<Void> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(
        Long.MAX_VALUE); // taken in at once; the connection's own window is the limit
    connection = subscription;
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    try {
      for (ByteBuffer part : parts) {
        while (part.hasRemaining() && !body.isDone()) {
          take(part);
        }
      }
    } catch (DamagedValueException | RuntimeException e) {
      body.completeExceptionally(e);
      if (connection != null) {
        connection.cancel();
      }
    }
  }

  private void take(ByteBuffer part) throws DamagedValueException {
    ByteBuffer into = inValue ? value : length;
    int count = Math.min(part.remaining(), into.remaining());
    into.put(part.slice(part.position(), count));
    part.position(part.position() + count);
    if (into.hasRemaining()) {
      return;
    }
    if (inValue) {
      inValue = false;
      length.clear();
      receiver.receive(received++, value.flip());
    } else {
      ValueHeader.check("length", length.getInt(0), length.getInt(0) == valueBytes, valueBytes);
      ValueHeader.check("values", received + 1, received < most, "<= " + most);
      value = ByteBuffer.allocate(valueBytes);
      inValue = true;
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    if (inValue || length.position() > 0) {
      body.completeExceptionally(new EOFException("the answer ends within a value"));
    } else {
      body.complete(null);
    }
  }
}
