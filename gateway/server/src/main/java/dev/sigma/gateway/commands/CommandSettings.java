package dev.sigma.gateway.commands;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How commands are made.
 *
 * @param model name of the model that the workers offer for it
 * @param calibrationKept for how long its calibration, and what its prompt holds, are not asked for
 *     again
 */
@Validated
@ConfigurationProperties("sigma.gateway.commands")
record CommandSettings(@NotBlank String model, @DefaultValue("1m") Duration calibrationKept) {}
