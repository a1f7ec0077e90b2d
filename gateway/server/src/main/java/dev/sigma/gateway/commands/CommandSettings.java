package dev.sigma.gateway.commands;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How commands are made.
 *
 * @param model name of the model that the workers offer for it
 */
@Validated
@ConfigurationProperties("sigma.gateway.commands")
record CommandSettings(@NotBlank String model) {}
