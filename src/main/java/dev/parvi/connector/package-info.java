/** How the desk speaks with networks: the capabilities a network may have, and one folder each. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "platform", "ui", "team", "brand", "page"})
package dev.parvi.connector;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
