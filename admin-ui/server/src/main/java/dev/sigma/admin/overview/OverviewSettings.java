package dev.sigma.admin.overview;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which services are watched, and how.
 *
 * @param services entries {@code <name>=<base URL>}
 * @param interval between two looks
 * @param timeout how long one may take
 */
@ConfigurationProperties("sigma.admin.overview")
record OverviewSettings(
    @DefaultValue List<String> services,
    @DefaultValue("1s") Duration interval,
    @DefaultValue("1s") Duration timeout) {

  private static final int MOST_SERVICES = 64;

  OverviewSettings {
    services = List.copyOf(services);
    if (services.isEmpty() || services.size() > MOST_SERVICES) {
      throw new IllegalArgumentException(
          "SIGMA_ADMIN_SERVICES: %d services (expected: 1 to %d)"
              .formatted(services.size(), MOST_SERVICES));
    }
    Set<String> names = new HashSet<>();
    for (String entry : services) {
      String name = Service.parse(entry).name();
      if (!names.add(name)) {
        throw new IllegalArgumentException(
            "SIGMA_ADMIN_SERVICES: two services named %s (expected: one)".formatted(name));
      }
    }
  }

  List<Service> watched() {
    return services.stream().map(Service::parse).toList();
  }
}
