package dev.sigma.engine.sampling;

/**
 * Truncation to the most probable tokens and the draw among them. A heap of ids by weight gives
 * them in order (ties: the lower id) for as long as top-k and top-p want more, which is a few of
 * many: cheaper than sorting a vocabulary. Reused from draw to draw; not thread-safe.
 */
final class Candidates {

  /**
   * A heap in {@code [0, heapSize)}; the ids taken from it, best first, from {@code candidates}
   * down.
   */
  private final int[] ids;

  private int heapSize;

  /** Ids that have a weight. */
  private int candidates;

  Candidates(int vocabulary) {
    ids = new int[vocabulary];
  }

  /**
   * @param weights unnormalised probabilities, the largest of them 1
   * @param total their sum
   * @param uniform in [0, 1)
   */
  int draw(double[] weights, double total, SamplingParameters parameters, double uniform) {
    heapify(weights);
    int most = parameters.topK() == 0 ? candidates : Math.min(parameters.topK(), candidates);
    double wanted = parameters.topP() * (parameters.topK() == 0 ? total : take(weights, most));
    double kept = 0;
    int size = 0;
    while (size < most && (size == 0 || kept < wanted || parameters.topP() == 1)) {
      if (taken() == size) {
        takeNext(weights);
      }
      double weight = weights[id(size)];
      if (size > 0 && weight < parameters.minP()) {
        break; // sorted: all that follow are less probable too
      }
      kept += weight;
      size++;
    }
    double threshold = uniform * kept;
    double cumulative = 0;
    for (int i = 0; i < size; i++) {
      cumulative += weights[id(i)];
      if (cumulative > threshold) {
        return id(i);
      }
    }
    return id(0); // rounding let the threshold reach the sum
  }

  /** Takes the {@code count} best and gives the sum of their weights. */
  private double take(double[] weights, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      takeNext(weights);
      sum += weights[id(i)];
    }
    return sum;
  }

  private int taken() {
    return candidates - heapSize;
  }

  private int id(int rank) {
    return ids[candidates - 1 - rank];
  }

  private void heapify(double[] weights) {
    heapSize = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        ids[heapSize++] = i;
      }
    }
    candidates = heapSize;
    for (int i = heapSize / 2 - 1; i >= 0; i--) {
      siftDown(weights, i);
    }
  }

  private void takeNext(double[] weights) {
    int best = ids[0];
    heapSize--;
    ids[0] = ids[heapSize];
    ids[heapSize] = best;
    siftDown(weights, 0);
  }

  private void siftDown(double[] weights, int start) {
    int at = start;
    while (2 * at + 1 < heapSize) {
      int child = 2 * at + 1;
      if (child + 1 < heapSize && before(weights, ids[child + 1], ids[child])) {
        child++;
      }
      if (!before(weights, ids[child], ids[at])) {
        return;
      }
      int moved = ids[at];
      ids[at] = ids[child];
      ids[child] = moved;
      at = child;
    }
  }

  private static boolean before(double[] weights, int left, int right) {
    return weights[left] > weights[right] || (weights[left] == weights[right] && left < right);
  }
}
