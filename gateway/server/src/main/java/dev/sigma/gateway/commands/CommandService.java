package dev.sigma.gateway.commands;

import dev.sigma.commands.CommandAnalyzer;
import dev.sigma.commands.Shell;
import dev.sigma.commands.forms.CommandForms;
import dev.sigma.edge.ApiException;
import dev.sigma.gateway.access.Tenant;
import dev.sigma.gateway.commands.CommandAnswer.Alternative;
import dev.sigma.gateway.sessions.Session;
import dev.sigma.gateway.sessions.SessionStore;
import dev.sigma.gateway.sessions.Turn;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** From a checked request to an analysed command: session, model, analysis, session again. */
@Component
class CommandService {

  private static final Logger log = LoggerFactory.getLogger(CommandService.class);

  /** Many differ in values alone; the same number always, for the answer hangs on it. */
  private static final int LOOKED_AT = 32;

  private final SessionStore sessions;
  private final CommandModel model;
  private final ModelTraitsSource traits;
  private final MeterRegistry metrics;
  private final AtomicBoolean sessionTroubleLogged = new AtomicBoolean();

  CommandService(
      SessionStore sessions, CommandModel model, ModelTraitsSource traits, MeterRegistry metrics) {
    this.sessions = sessions;
    this.model = model;
    this.traits = traits;
    this.metrics = metrics;
    // Tables and manuals are read from the jar once; no event loop shall wait for that.
    CommandAnalyzer.analyze("true", Shell.BASH);
    CommandAnalyzer.explain("ls -l", Shell.BASH);
    CommandForms.programs("ls -l");
  }

  /**
   * The whole answer; {@code heard} is told each piece of the command as it forms.
   *
   * @return the JSON body of the answer
   */
  Mono<Map<String, Object>> answer(
      Tenant tenant, CommandRequest request, String requestId, Consumer<String> heard) {
    String id = request.session().orElseGet(() -> UUID.randomUUID().toString().replace("-", ""));
    return load(tenant, request, id)
        .flatMap(
            session ->
                userTurn(tenant, request, requestId)
                    .flatMap(
                        turn -> generate(tenant, request, requestId, heard, id, session, turn)))
        .doOnNext(
            body ->
                metrics
                    .counter("sigma.gateway.commands", "risk", CommandAnswer.level(body))
                    .increment());
  }

  private Mono<Session> load(Tenant tenant, CommandRequest request, String id) {
    if (request.session().isEmpty()) {
      return Mono.just(Session.EMPTY);
    }
    return sessions
        .load(tenant, id)
        .doOnNext(s -> sessionTroubleLogged.set(false))
        .onErrorMap(
            e -> {
              sessionTrouble(e);
              return ApiException.of(
                  HttpStatus.SERVICE_UNAVAILABLE,
                  "sessions_unavailable",
                  "The session store cannot be reached; without session the request is answered on its own",
                  Duration.ofSeconds(5));
            });
  }

  /** With a digest of what was pasted, for a model that was trained with it. */
  private Mono<String> userTurn(Tenant tenant, CommandRequest request, String requestId) {
    if (request.context().isEmpty()) {
      return Mono.just(request.userTurn());
    }
    return traits
        .current(tenant, requestId)
        .map(t -> t.tableDigest() ? request.digestedUserTurn() : request.userTurn());
  }

  private Mono<Map<String, Object>> generate(
      Tenant tenant,
      CommandRequest request,
      String requestId,
      Consumer<String> heard,
      String id,
      Session session,
      String turn) {
    CommandPrompt prompt = CommandPrompt.of(request, turn, session);
    boolean digested = !turn.equals(request.userTurn());
    ModelAnswer answer = new ModelAnswer();
    return model
        .greedy(tenant, prompt, requestId)
        .doOnNext(chunk -> heard.accept(answer.add(chunk)))
        .then(Mono.defer(() -> complete(answer)))
        .then(Mono.defer(() -> traits.current(tenant, requestId)))
        .map(ModelTraits::calibration)
        .flatMap(
            calibration ->
                choice(tenant, request, prompt, answer, calibration, requestId)
                    .flatMap(
                        choice ->
                            remember(
                                    tenant,
                                    id,
                                    session.with(new Turn(turn, choice.first().command())))
                                .map(
                                    kept ->
                                        CommandAnswer.of(
                                            request, kept, answer, choice, calibration))))
        .onErrorResume(
            e -> tooLong(e) && (digested || !session.turns().isEmpty()),
            e -> {
              Session shorter = digested ? session : session.newerHalf(); // the digest goes first
              return generate(tenant, request, requestId, heard, id, shorter, request.userTurn());
            });
  }

  /** Looks at more commands where others are wanted, or the model's first may not be the best. */
  private Mono<Choice> choice(
      Tenant tenant,
      CommandRequest request,
      CommandPrompt prompt,
      ModelAnswer answer,
      Optional<Calibration> calibration,
      String requestId) {
    Alternative greedy = new Alternative(answer.command(), answer.confidence());
    boolean unsure = calibration.filter(c -> !c.sure(greedy.confidence())).isPresent();
    if (!unsure && request.alternatives() == 0 && !Choice.isOpen(request, greedy)) {
      return Mono.just(Choice.only(greedy));
    }
    return model
        .likeliest(tenant, prompt, LOOKED_AT, requestId)
        .doOnNext(found -> answer.addTokens(found.tokens()))
        .map(found -> Choice.of(request, greedy, found.commands()));
  }

  /** The worker says so before it streams anything, so nothing was heard yet. */
  private static boolean tooLong(Throwable e) {
    return e instanceof ApiException a && a.code().equals("context_length_exceeded");
  }

  /** Half a command is worse than none. */
  private static Mono<Void> complete(ModelAnswer answer) {
    return answer.complete() && !answer.command().isEmpty()
        ? Mono.empty()
        : Mono.error(
            ApiException.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "no_command",
                "The model found no command for this request; say it another way, or in smaller steps"));
  }

  /** The session's id where it could be kept. */
  private Mono<Optional<String>> remember(Tenant tenant, String id, Session session) {
    return sessions
        .save(tenant, id, session)
        .thenReturn(Optional.of(id))
        .onErrorResume(
            e -> {
              sessionTrouble(e);
              return Mono.just(Optional.empty());
            });
  }

  private void sessionTrouble(Throwable e) {
    metrics.counter("sigma.gateway.session.failures", "reason", "unreachable").increment();
    if (sessionTroubleLogged.compareAndSet(false, true)) {
      log.warn(
          "the session store cannot be reached; requests go on without sessions: {}", e.toString());
    }
  }
}
