/** Bluesky, by its XRPC: posts with facets, pictures, cards, threads and quotes, each exactly once. */
@NullMarked
@ApplicationModule(allowedDependencies = {"connector", "platform", "shared", "ui"})
package dev.parvi.connector.bluesky;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
