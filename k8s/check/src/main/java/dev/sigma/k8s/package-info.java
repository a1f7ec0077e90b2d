/**
 * Reads what Kubernetes and the image builder will read, as strictly as they do or more so, and
 * holds it to the rules of the house. Nothing is rendered and no program is started.
 */
@NullMarked
package dev.sigma.k8s;

import org.jspecify.annotations.NullMarked;
