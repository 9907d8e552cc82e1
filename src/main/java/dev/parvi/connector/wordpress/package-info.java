/** WordPress as a network: blogs that answer the REST interface with application passwords. */
@NullMarked
@ApplicationModule(allowedDependencies = {"connector", "platform", "shared", "ui"})
package dev.parvi.connector.wordpress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
