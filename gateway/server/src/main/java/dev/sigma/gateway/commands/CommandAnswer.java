package dev.sigma.gateway.commands;

import dev.sigma.commands.CommandAnalysis;
import dev.sigma.commands.CommandAnalyzer;
import dev.sigma.commands.Risk;
import dev.sigma.commands.Shell;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Builds the JSON of {@code /v1/commands}; what is not computed is absent. */
final class CommandAnswer {

  private CommandAnswer() {}

  /** Another command that the model considered. */
  record Alternative(String command, double confidence) {}

  static Map<String, Object> of(
      CommandRequest request,
      Optional<String> session,
      ModelAnswer answer,
      Choice choice,
      Optional<Calibration> calibration) {
    String command = choice.first().command();
    double confidence = choice.first().confidence();
    CommandAnalysis analysis = CommandAnalyzer.analyze(command, request.shell());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", "cmd_" + UUID.randomUUID().toString().replace("-", ""));
    session.ifPresent(s -> body.put("session", s));
    body.put("command", command);
    body.put("shell", request.shell().name().toLowerCase(Locale.ROOT));
    body.put("risk", risk(analysis.risk()));
    body.put("effects", analysis.effects());
    body.put("placeholders", analysis.placeholders());
    body.put("explanation", CommandAnalyzer.explain(command, request.shell()));
    body.put("needs_confirmation", analysis.needsConfirmation());
    body.put("confidence", confidence(confidence, calibration));
    calibration.ifPresent(
        c ->
            body.put(
                "clarification",
                c.sure(confidence) ? null : Clarification.question(choice.others())));
    body.put(
        "alternatives",
        choice.others().stream()
            .limit(request.alternatives())
            .map(a -> alternative(a, request.shell(), calibration))
            .toList());
    if (answer.usage() != null) {
      body.put("usage", answer.usage());
    }
    body.put("model", answer.model());
    body.put("system_fingerprint", answer.fingerprint());
    return body;
  }

  static String level(Map<String, Object> body) {
    return body.get("risk") instanceof Map<?, ?> risk ? String.valueOf(risk.get("level")) : "none";
  }

  private static Map<String, Object> alternative(
      Alternative a, Shell shell, Optional<Calibration> calibration) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("command", a.command());
    body.put("confidence", confidence(a.confidence(), calibration));
    body.put("risk", risk(CommandAnalyzer.analyze(a.command(), shell).risk()));
    return body;
  }

  private static Map<String, Object> risk(Risk risk) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("level", risk.level().name().toLowerCase(Locale.ROOT));
    body.put("reasons", risk.reasons());
    return body;
  }

  /** How likely it is right where that is known, else the model's own probability. */
  private static double confidence(double raw, Optional<Calibration> calibration) {
    double probability = calibration.map(c -> c.probability(raw)).orElse(raw);
    return Math.round(probability * 10_000) / 10_000.0;
  }
}
