package dev.sigma.admin.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigma.admin.AdminTestBase;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Login and what guards it, as a browser and as somebody else's page see it. */
@ExtendWith(OutputCaptureExtension.class)
class AccessApiTest extends AdminTestBase {

  @Test
  void login_opensASession_logoutEndsIt(CapturedOutput log) throws Exception {
    HttpResponse<String> answer = login(PASSWORD);
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .matches("sigma_admin=[A-Za-z0-9_-]{43}; Max-Age=43200; .*; Path=/; .*")
        .containsIgnoringCase("HttpOnly")
        .contains("SameSite=Strict")
        .doesNotContain("Secure");
    String cookie = cookie(answer);
    assertThat(get("/api/session", cookie).body()).isEqualTo("{\"state\":\"open\"}");
    assertThat(get("/api/overview", cookie).statusCode()).isEqualTo(200);
    HttpResponse<String> out = post("/api/logout", cookie, "");
    assertThat(out.statusCode()).isEqualTo(204);
    assertThat(out.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
    assertRefused(get("/api/overview", cookie), 401, "no_session");
    assertThat(get("/api/session", cookie).body()).isEqualTo("{\"state\":\"login\"}");
    assertThat(log.getAll()).doesNotContain(PASSWORD).doesNotContain(cookie.split("=", 2)[1]);
  }

  @Test
  void wrong_isAlwaysTheSameAnswer_andTooManyHaveToWait() throws Exception {
    String cookie = login();
    HttpResponse<String> password = login("not the password");
    HttpResponse<String> code =
        post("/api/setup", "", "{\"code\":\"fedcba9876543210\",\"password\":\"" + PASSWORD + "\"}");
    HttpResponse<String> late =
        post("/api/setup", "", "{\"code\":\"" + CODE + "\",\"password\":\"" + PASSWORD + "\"}");
    HttpResponse<String> change =
        post("/api/password", cookie, "{\"current\":\"wrong\",\"password\":\"a new password\"}");
    for (HttpResponse<String> answer : List.of(password, code, late, change)) {
      assertRefused(answer, 401, "not_accepted");
      assertThat(answer.body()).isEqualTo(password.body());
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }
    assertRefused(login("wrong again"), 401, "not_accepted");
    HttpResponse<String> tooMany = login(PASSWORD);
    assertRefused(tooMany, 429, "too_many_attempts");
    assertThat(tooMany.headers().firstValue("Retry-After")).hasValue("61");
    assertThat(get("/api/overview", cookie).statusCode()).isEqualTo(200); // who is in stays in
    clock.move(Duration.ofMinutes(1));
    login();
  }

  @Test
  void changeOfPassword_endsOtherSessions() throws Exception {
    String mine = login();
    String other = login();
    String body = "{\"current\":\"%s\",\"password\":\"%s\"}";
    assertRefused(
        post("/api/password", mine, body.formatted(PASSWORD, "too short")), 400, "invalid_request");
    HttpResponse<String> answer =
        post("/api/password", mine, body.formatted(PASSWORD, "another good one"));
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(get("/api/overview", mine).statusCode()).isEqualTo(200);
    assertRefused(get("/api/overview", other), 401, "no_session");
    assertRefused(login(PASSWORD), 401, "not_accepted");
    post("/api/password", mine, body.formatted("another good one", PASSWORD));
    login();
  }

  @Test
  void otherSites_canSendNothing() throws Exception {
    String cookie = login();
    String path = "/api/logout";
    String self = "http://127.0.0.1:" + port;
    for (String[] header :
        new String[][] {
          {"X-Sigma-Admin", "0"},
          {"Origin", "http://evil.example"},
          {"Origin", "null"},
          {"Origin", "http://127.0.0.1:" + (port + 1)},
          {"Sec-Fetch-Site", "cross-site"},
          {"Sec-Fetch-Site", "same-site"},
          {"Sec-Fetch-Site", "none"}
        }) {
      HttpRequest.Builder request =
          request(path, cookie).setHeader(header[0], header[1]).POST(BodyPublishers.ofString("{}"));
      assertRefused(send(request), 403, "cross_site");
    }
    for (String type : new String[] {"text/plain", "application/x-www-form-urlencoded", ""}) {
      assertRefused(
          send(
              request(path, cookie)
                  .setHeader("Content-Type", type)
                  .POST(BodyPublishers.ofString("{}"))),
          415,
          "unsupported_media_type");
    }
    assertRefused(
        send(request(path, cookie).PUT(BodyPublishers.ofString("{}"))), 405, "method_not_allowed");
    assertThat(get("/api/overview", cookie).statusCode()).isEqualTo(200); // nobody was logged out
    HttpResponse<String> own =
        send(
            request(path, cookie)
                .header("Origin", self)
                .header("Sec-Fetch-Site", "same-origin")
                .setHeader("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString("{}")));
    assertThat(own.statusCode()).isEqualTo(204);
  }

  @Test
  void withoutASession_onlyLoginPagesAndHealthAnswer() throws Exception {
    for (String path :
        new String[] {
          "/api/overview",
          "/api/overview/stream",
          "/%61pi/overview",
          "/api;x=1/overview",
          "/api/overview/",
          "/env",
          "/nothing"
        }) {
      assertRefused(get(path, ""), 401, "no_session");
      assertRefused(get(path, "sigma_admin=" + "A".repeat(43)), 401, "no_session");
      assertRefused(get(path, "sigma_admin=../../etc"), 401, "no_session");
    }
    for (String path : new String[] {"/api/commands", "/api/logout", "/api/password"}) {
      assertRefused(post(path, "", "{}"), 401, "no_session");
    }
    for (String path :
        new String[] {
          "/health", "/health/readiness", "/health/liveness", "/metrics", "/overview"
        }) {
      assertThat(get(path, "").statusCode()).as(path).isEqualTo(200);
    }
    assertRefused(get("/nothing", login()), 404, "not_found");
    assertThat(raw("GET /health/../api/overview HTTP/1.1")).contains(" 401 ");
    assertThat(raw("GET http://x/api/overview HTTP/1.1")).contains(" 401 ");
  }

  @Test
  void badBodies_areRefused() throws Exception {
    assertRefused(post("/api/login", "", ""), 400, "invalid_json");
    assertRefused(post("/api/login", "", "{"), 400, "invalid_json");
    assertRefused(post("/api/login", "", "[]"), 400, "invalid_json");
    assertRefused(post("/api/login", "", "{}"), 400, "invalid_request");
    assertRefused(post("/api/login", "", "{\"password\":7}"), 400, "invalid_request");
    assertRefused(login("x".repeat(257)), 400, "invalid_request");
    HttpResponse<String> large = login("x".repeat(5000));
    assertRefused(large, 413, "request_too_large");
    assertThat(large.body()).contains("at most 4 KiB");
  }

  @Test
  void sessionLeftAlone_ends() throws Exception {
    String cookie = login();
    clock.move(Duration.ofMinutes(30));
    assertRefused(get("/api/overview", cookie), 401, "no_session");
  }

  /** A request line that a well-behaved client would not send; the first line of the answer. */
  private String raw(String requestLine) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(5000);
      String request = requestLine + "\r\nHost: x\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readNBytes(40);
      return new String(answer, StandardCharsets.US_ASCII);
    }
  }
}
