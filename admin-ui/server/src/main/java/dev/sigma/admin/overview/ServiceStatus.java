package dev.sigma.admin.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One service at one time.
 *
 * @param address host and port
 * @param answers whether it answered at all
 * @param ready what it says itself
 * @param reason why it is not ready, or why there are no figures
 * @param taken when it was looked at
 * @param figures its metrics of interest, as it wrote them; what it does not have is not there
 */
record ServiceStatus(
    String name,
    Kind kind,
    String address,
    boolean answers,
    boolean ready,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> reason,
    Instant taken,
    List<Sample> figures) {}
