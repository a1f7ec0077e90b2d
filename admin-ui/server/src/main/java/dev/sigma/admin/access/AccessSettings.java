package dev.sigma.admin.access;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the password lies, and who may set the first one.
 *
 * @param data folder of the password file
 * @param setupCode what whoever sets the first password must know; blank once there is one
 */
@ConfigurationProperties("sigma.admin")
record AccessSettings(@DefaultValue("") String data, @DefaultValue("") String setupCode) {

  static final int SHORTEST_CODE = 16;

  AccessSettings {
    if (data.isBlank()) {
      throw new IllegalArgumentException(
          "SIGMA_ADMIN_DATA: empty (expected: a folder for the password file)");
    }
    setupCode = setupCode.strip();
  }

  Path folder() {
    return Path.of(data).toAbsolutePath();
  }

  @Override
  public String toString() {
    return "AccessSettings[data=" + data + ", setupCode=(secret)]";
  }
}
