package dev.sigma.benchmarks;

import dev.sigma.benchmarks.cpu.CpuPeer;
import dev.sigma.benchmarks.cpu.PeerFailedException;
import dev.sigma.engine.opencl.OpenClException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entry point of {@code ./sigma bench} and {@code ./sigma eval}. */
final class Main {
  private Main() {}

  /** Exit codes: 0 done, 1 failed, 2 wrong usage, 3 server not reachable. */
  static void main(String[] args) {
    System.exit(run(List.of(args)));
  }

  private static int run(List<String> arguments) {
    try {
      String command = arguments.isEmpty() ? "" : arguments.getFirst();
      List<String> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
      return switch (command) {
        case "bench" -> Bench.run(rest, System.getenv(), System.out);
        case "cpu-peer" -> CpuPeer.run(rest); // started by bench cpu
        case "eval" -> Eval.run(rest, System.getenv(), System.out);
        default -> throw new UsageException(command + " (expected: bench or eval)");
      };
    } catch (UsageException e) {
      return failed(2, e.getMessage());
    } catch (NoSuchFileException e) {
      return failed(2, "no such file: " + e.getMessage());
    } catch (AnswerException | PeerFailedException | OpenClException e) {
      return failed(1, e.getMessage());
    } catch (IOException e) {
      return failed(3, "no answer: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(1, "interrupted");
    }
  }

  private static int failed(int code, @Nullable String message) {
    System.err.println("sigma: " + message);
    return code;
  }
}
